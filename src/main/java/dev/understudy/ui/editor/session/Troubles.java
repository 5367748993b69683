package dev.understudy.ui.editor.session;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is wrong with a mock, the worst first, and where it shows. Immutable.
///
/// @param broken the routes, data buckets and callbacks of which something does not work
public record Troubles(List<Problem> all, Map<NodeId, List<Problem>> byNode, Set<NodeId> broken) {

    public static final Troubles NONE = of(List.of(), Set.of());

    static Troubles of(List<Problem> problems, Environment environment) {
        Set<NodeId> broken = new HashSet<>();
        problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .flatMap(problem -> problem.node().stream())
                .flatMap(node -> NodeNames.formOf(environment, node).stream())
                .forEach(form -> broken.add(form.id()));
        return of(problems, broken);
    }

    private static Troubles of(List<Problem> problems, Set<NodeId> broken) {
        List<Problem> sorted = problems.stream()
                .sorted(Comparator.comparing(Problem::severity).reversed())
                .toList();
        return new Troubles(
                sorted,
                sorted.stream()
                        .filter(problem -> problem.node().isPresent())
                        .collect(Collectors.groupingBy(problem -> problem.node().orElseThrow())),
                Set.copyOf(broken));
    }

    public List<Problem> of(NodeId node) {
        return byNode.getOrDefault(node, List.of());
    }

    public List<Problem> of(NodeId node, Field<?> field) {
        return of(node).stream()
                .filter(problem -> problem.field().equals(field.key()))
                .toList();
    }

    /// How many of them are things that do not work.
    public long errors() {
        return all.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
    }
}

package dev.understudy.mock.compile;

import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.mock.respond.BucketMention;
import dev.understudy.template.Template;
import dev.understudy.template.faker.LocaleFaker;
import dev.understudy.template.scope.Mention;
import dev.understudy.template.scope.Mention.Subject;
import dev.understudy.template.scope.UnknownHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells of names in a template that lead to nothing, whatever else the document has. Pure.
final class TemplateProblems {

    private TemplateProblems() {}

    static List<Problem> of(NodeId node, String field, Template template) {
        List<Problem> found = new ArrayList<>();
        template.mentions().stream()
                .flatMap(mention -> mistake(mention).stream())
                .map(message -> Problem.atField(node, field, message))
                .forEach(found::add);
        unknownHelpers(template)
                .ifPresent(message -> found.add(new Problem(Severity.WARNING, "", Optional.of(node), field, message)));
        return found;
    }

    /// The data buckets that it names, each name once.
    static List<BucketMention> buckets(NodeId node, String field, Template template) {
        List<String> seen = new ArrayList<>();
        return template.mentions().stream()
                .filter(mention -> mention.subject() == Subject.BUCKET && !seen.contains(mention.name()))
                .peek(mention -> seen.add(mention.name()))
                .map(mention -> new BucketMention(node, field, mention))
                .toList();
    }

    private static Optional<String> mistake(Mention mention) {
        return switch (mention.subject()) {
            case BUCKET -> Optional.empty();
            case FAKER_METHOD -> fakerMistake(mention);
            case PARTIAL ->
                Optional.of(
                        "There is no partial “%s” (line %d), so this text can't be made. Define it in the same text:"
                                        .formatted(mention.name(), mention.line())
                                + " {{#*inline '%s'}}…{{/inline}}.".formatted(mention.name()));
        };
    }

    private static Optional<String> fakerMistake(Mention mention) {
        if (mention.name().isEmpty()) {
            return Optional.of(
                    "{{faker}} (line %d) does not say what to make up, so this text can't be made. Name a method: {{faker 'person.firstName'}}."
                            .formatted(mention.line()));
        }
        return LocaleFaker.isMethod(mention.name())
                ? Optional.empty()
                : Optional.of(
                        "The faker has no method “%s” (line %d), so this text can't be made. Name another one, such as person.firstName."
                                .formatted(mention.name(), mention.line()));
    }

    private static Optional<String> unknownHelpers(Template template) {
        List<UnknownHelper> unknown = template.unknownHelpers();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        UnknownHelper first = unknown.getFirst();
        String others = unknown.size() == 1 ? "" : ", and " + (unknown.size() - 1) + " more like it";
        return Optional.of("There is no helper “%s” (line %d%s), so nothing stands in its place. Check the name."
                .formatted(first.name(), first.line(), others));
    }
}

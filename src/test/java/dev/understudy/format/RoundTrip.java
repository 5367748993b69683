package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What must hold of every file that can be imported.
final class RoundTrip {

    /// What migrations take away or rewrite, and what is this server's own and not written while it is true.
    private static final Pattern MIGRATED = Pattern.compile("""
            /lastMigration|/https|/hostname|/duplicates\
            |/routes/[^/]+/(enabled|duplicates|contentType|customHeaders.*|file|file/(path|sendAsBody)|randomResponse|sequentialResponse)\
            |/routes/[^/]+/(statusCode|latency|filePath|sendFileAsBody|headers.*|body)\
            |/routes/[^/]+/responses/\\d+/(statusCode|body)|/routes/[^/]+/responses/\\d+/rules/\\d+/isRegex\
            |/data/\\d+/value|/folders/[^/]+/collapsed""");

    private static final Pattern NEVER_LOST_NOW =
            Pattern.compile("/lastMigration|/routes/[^/]+/enabled|/folders/[^/]+/collapsed");

    private RoundTrip() {}

    /// Import, export, import gives the same document again, and the second export the same text.
    static void isStable(String text) {
        Environment first = Fixture.importedText(text).environment();
        String exported = MockoonExport.toText(first);
        ImportResult.Imported second = Fixture.importedText(exported);
        assertThat(structure(second.environment())).isEqualTo(structure(first));
        assertThat(MockoonExport.toText(second.environment())).isEqualTo(exported);
    }

    /// Every value of the file is in the export, at its place, unless a migration or a listed repair says no.
    static void losesNothing(String text) {
        ImportResult.Imported imported = Fixture.importedText(text);
        List<String> mended =
                imported.problems().stream().map(RoundTrip::covered).toList();
        Leaves before = Leaves.of(JsonText.parse(text), !mended.isEmpty());
        Map<String, String> after = Leaves.of(MockoonExport.toJson(imported.environment()), !mended.isEmpty())
                .byPath();
        boolean isCurrent =
                !JsonText.parse(text).path("lastMigration").asString("").isEmpty()
                        && JsonText.parse(text).path("lastMigration").asInt(0) >= 29;
        Map<String, String> lost = new TreeMap<>(before.byPath());
        lost.entrySet()
                .removeIf(leaf -> leaf.getValue().equals(after.get(leaf.getKey()))
                        || (isCurrent ? NEVER_LOST_NOW : MIGRATED)
                                .matcher(leaf.getKey())
                                .matches()
                        || mended.stream().anyMatch(place -> covers(place, before.pointer(leaf.getKey()))));
        assertThat(lost).isEmpty();
    }

    /// The document as text, without the ids that no file has and with order keys only where they matter.
    static List<String> structure(Environment environment) {
        List<String> lines = new ArrayList<>();
        describe(environment, environment.root(), "", lines);
        return lines;
    }

    /// What lies under a route or folder that was named anew has other paths now.
    private static String covered(Problem problem) {
        boolean anew = problem.message().startsWith("This id should be a UUID");
        return anew ? problem.place().replaceFirst("(?<=.)/uuid$", "") : problem.place();
    }

    private static boolean covers(String place, String pointer) {
        return !place.isEmpty() && (pointer.equals(place) || pointer.startsWith(place + "/"));
    }

    private static void describe(Environment environment, Node node, String indent, List<String> lines) {
        StringBuilder line =
                new StringBuilder(indent).append(node.slot()).append(' ').append(node.kind());
        if (Layout.hasUuid(node.kind())) {
            line.append(' ').append(Extras.uuid(node));
        }
        line.append(' ').append(node.order());
        Schema.fieldsOf(node.kind()).forEach(field -> {
            Object value = node.get(field);
            boolean reference = field == Schema.INVOCATION_CALLBACK && !value.equals("");
            line.append(' ').append(field.key()).append('=').append(reference ? callback(environment, node) : value);
        });
        new TreeMap<>(node.extras())
                .forEach(
                        (key, json) -> line.append(" +").append(key).append('=').append(json));
        lines.add(line.toString());
        for (Slot slot : Slot.slotsOf(node.kind())) {
            environment.children(node.id(), slot).forEach(child -> describe(environment, child, indent + " ", lines));
        }
    }

    private static String callback(Environment environment, Node invocation) {
        return environment
                .get(new dev.understudy.environment.NodeId(invocation.get(Schema.INVOCATION_CALLBACK)))
                .get(Schema.CALLBACK_NAME);
    }
}

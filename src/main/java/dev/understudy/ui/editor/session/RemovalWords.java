package dev.understudy.ui.editor.session;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.ui.kit.Counted;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What goes when a node is removed, in words: "the folder Guests with 12 routes". Pure.
final class RemovalWords {

    private RemovalWords() {}

    static String of(Environment environment, Node node) {
        String name = NodeNames.name(node);
        return switch (node.kind()) {
            case FOLDER -> called("the folder", name) + with(environment, node, Kind.ROUTE, 1);
            case ROUTE -> name + with(environment, node, Kind.RESPONSE, 2);
            case RESPONSE -> called("the response", name) + with(environment, node, Kind.RULE, 1);
            case HEADER -> name.isBlank() ? "a header" : "the header " + name;
            case RULE -> "the rule “" + name + "”";
            case INVOCATION -> "a callback from this response";
            case BUCKET ->
                called("the data bucket", name) + used(environment, Uses.everywhere(environment, node), "used");
            case CALLBACK ->
                called("the callback", name) + used(environment, Uses.ofCallback(environment, node.id()), "sent");
            case FILE ->
                "the file " + name + used(environment, FileUses.of(environment).namers(environment, name), "used");
            case ENVIRONMENT -> name;
        };
    }

    /// Who misses what goes: ", which 2 routes and a callback used".
    private static String used(Environment environment, List<Node> users, String verb) {
        Map<Kind, Long> forms = users.stream()
                .flatMap(user -> NodeNames.formOf(environment, user.id()).stream())
                .distinct()
                .collect(Collectors.groupingBy(Node::kind, TreeMap::new, Collectors.counting()));
        if (forms.isEmpty()) {
            return "";
        }
        String who = forms.entrySet().stream()
                .map(form -> form.getKey() == Kind.ENVIRONMENT
                        ? "the settings"
                        : Counted.of(Math.toIntExact(form.getValue()), NodeNames.kind(form.getKey())))
                .collect(Collectors.joining(" and "));
        return ", which " + who + " " + verb;
    }

    private static String called(String kind, String name) {
        return name.isBlank() ? kind + " without a name" : kind + " " + name;
    }

    /// How many of a kind go along; fewer than `least` are not worth a word.
    private static String with(Environment environment, Node node, Kind kind, int least) {
        long number = environment.subtree(node.id()).stream()
                .filter(below -> below.kind() == kind)
                .count();
        return number < least ? "" : " with " + Counted.of(Math.toIntExact(number), kind.wireName());
    }
}

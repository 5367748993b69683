package dev.understudy.format;

import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Unknown properties between an object of a file and the node made of it. Those of an object that is no node
/// of its own have a key with its name in front: `tlsOptions.x` of an environment, `child.x` of the entry that
/// puts a folder or route in its place. A property whose own name starts so is kept with a backslash.
final class Extras {

    static final String TLS_PREFIX = Layout.TLS + ".";
    static final String CHILD_PREFIX = "child.";
    private static final String ESCAPE = "\\";

    private final Map<String, String> kept = new LinkedHashMap<>();

    static Extras of(Kind kind, ObjectNode object) {
        Extras extras = new Extras();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!Layout.knows(kind, property.getKey())) {
                extras.keep(escaped(property.getKey()), property.getValue());
            }
        }
        return extras;
    }

    /// A UUID that could not become the id of the node.
    void keepUuid(String original) {
        kept.put(Layout.UUID, rawText(original));
    }

    static String rawText(String text) {
        return JsonText.raw(StringNode.valueOf(text));
    }

    void keep(String key, JsonNode value) {
        String json = JsonText.raw(value);
        kept.put(mended(key), mended(json));
    }

    Map<String, String> asMap() {
        return kept;
    }

    /// Puts the properties of a node back into its object; sorted, since maps have no order in the database.
    static void write(Node node, ObjectNode object) {
        for (Map.Entry<String, String> extra : new TreeMap<>(node.extras()).entrySet()) {
            String key = extra.getKey();
            if (key.startsWith(TLS_PREFIX) && node.kind() == Kind.ENVIRONMENT) {
                object.withObject("/" + Layout.TLS)
                        .set(key.substring(TLS_PREFIX.length()), JsonText.parse(extra.getValue()));
            } else if (!key.startsWith(CHILD_PREFIX)) {
                object.set(unescaped(key), JsonText.parse(extra.getValue()));
            }
        }
    }

    static void writeChild(Node node, ObjectNode entry) {
        for (Map.Entry<String, String> extra : new TreeMap<>(node.extras()).entrySet()) {
            if (extra.getKey().startsWith(CHILD_PREFIX)) {
                entry.set(extra.getKey().substring(CHILD_PREFIX.length()), JsonText.parse(extra.getValue()));
            }
        }
    }

    /// The id that a node has in files: its own, or the one that it was imported with and could not keep.
    static String uuid(Node node) {
        String original = node.extras().get(Layout.UUID);
        return original == null || !Layout.hasUuid(node.kind())
                ? node.id().value()
                : JsonText.parse(original).asString(node.id().value());
    }

    private static String mended(String text) {
        return Texts.flaw(text).isPresent() ? Texts.mended(text) : text;
    }

    private static String escaped(String name) {
        boolean ambiguous = name.startsWith(TLS_PREFIX) || name.startsWith(CHILD_PREFIX) || name.startsWith(ESCAPE);
        return ambiguous ? ESCAPE + name : name;
    }

    private static String unescaped(String key) {
        return key.startsWith(ESCAPE) ? key.substring(ESCAPE.length()) : key;
    }
}

package dev.understudy.mock.request;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.request.FormTree.Fields;
import dev.understudy.mock.request.FormTree.Items;
import dev.understudy.mock.request.FormTree.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads `a=1&b[c]=2`, as queries and forms have it, with the results of the JavaScript library qs. At most
/// [#MAX_PARAMETERS] are read, and brackets nest as deep as the dialect says, so what comes of a text is bounded.
public final class FormText {

    public static final int MAX_PARAMETERS = 1000;

    /// How queries are read.
    private static final FormText QUERY = new FormText(5, 1000, true);

    /// How bodies are read.
    private static final FormText BODY = new FormText(10, 20, false);

    /// What every object of JavaScript has, and bodies can't set.
    private static final Set<String> OF_ALL_OBJECTS = Set.of(
            "__proto__",
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__");

    private final int depth;
    private final int maxItems;
    private final boolean anyName;

    private FormText(int depth, int maxItems, boolean anyName) {
        this.depth = depth;
        this.maxItems = maxItems;
        this.anyName = anyName;
    }

    /// The parameters of a URL, from what follows its question mark.
    public static JsObject query(String text) {
        return text.isEmpty() ? JsObject.EMPTY : QUERY.parse(text);
    }

    /// The fields of a body.
    public static JsObject body(String text) {
        return text.isEmpty() ? JsObject.EMPTY : BODY.parse(text);
    }

    private JsObject parse(String text) {
        if (text.indexOf('[') < 0 && !text.contains("%5")) {
            return flat(text);
        }
        Fields root = new Fields();
        FormMerge merge = new FormMerge(maxItems);
        for (Map.Entry<String, FormTree> given : inOrder(values(text)).entrySet()) {
            List<String> segments = segments(given.getKey());
            if (!segments.isEmpty()) {
                merge.into(root, tree(segments, given.getValue()));
            }
        }
        return FormTree.compact(root) instanceof JsObject object ? object : JsObject.EMPTY;
    }

    /// Without brackets no names meet but equal ones.
    private JsObject flat(String text) {
        JsObject.Builder object = JsObject.builder();
        values(text).forEach((name, value) -> {
            if (!name.isEmpty() && !name.equals("__proto__") && (anyName || !OF_ALL_OBJECTS.contains(name))) {
                object.set(name, FormTree.compact(value));
            }
        });
        return object.build();
    }

    /// The values by their undivided names.
    private Map<String, FormTree> values(String text) {
        Map<String, FormTree> values = new LinkedHashMap<>();
        String clean =
                text.replace("%5B", "[").replace("%5b", "[").replace("%5D", "]").replace("%5d", "]");
        int count = 0;
        for (String part : clean.split("&", MAX_PARAMETERS + 1)) {
            if (++count > MAX_PARAMETERS) {
                break;
            }
            int bracket = part.indexOf("]=");
            int equals = bracket < 0 ? part.indexOf('=') : bracket + 1;
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            Leaf value = Leaf.text(equals < 0 ? "" : decode(part.substring(equals + 1)));
            FormTree before = values.get(name);
            values.put(name, before == null ? value : combine(before, value));
        }
        return values;
    }

    /// JavaScript lists names that are indexes first.
    private static Map<String, FormTree> inOrder(Map<String, FormTree> values) {
        JsObject.Builder names = JsObject.builder();
        values.keySet().forEach(name -> names.set(name, JsValue.Null.NULL));
        Map<String, FormTree> ordered = new LinkedHashMap<>();
        names.build().names().forEach(name -> ordered.put(name, values.getOrDefault(name, Leaf.text(""))));
        return ordered;
    }

    private FormTree combine(FormTree before, FormTree next) {
        if (before instanceof Fields fields && fields.wasTooLong()) {
            fields.addLast(next);
            return fields;
        }
        Items items = new Items();
        if (before instanceof Items some) {
            some.at().values().forEach(items::add);
        } else {
            items.add(before);
        }
        items.add(next);
        return bounded(items);
    }

    private FormTree bounded(Items items) {
        return items.length() > maxItems ? items.asFields().tooLong(items.length() - 1) : items;
    }

    private FormTree tree(List<String> segments, FormTree value) {
        FormTree leaf = value;
        for (int at = segments.size() - 1; at >= 0; at--) {
            leaf = around(segments.get(at), leaf);
        }
        return leaf;
    }

    private FormTree around(String segment, FormTree leaf) {
        if (segment.equals("[]")) {
            if (leaf instanceof Fields fields && fields.wasTooLong()) {
                return fields;
            }
            return leaf instanceof Items items ? bounded(items) : bounded(Items.of(List.of(leaf)));
        }
        boolean inBrackets = segment.startsWith("[") && segment.endsWith("]");
        String name = inBrackets ? segment.substring(1, segment.length() - 1) : segment;
        int index = inBrackets ? index(name) : -1;
        if (index >= 0 && index < maxItems) {
            Items items = new Items();
            items.at().put(index, leaf);
            return items;
        }
        Fields fields = new Fields();
        if (index >= 0) {
            fields.members.put(name, leaf);
            return fields.tooLong(index);
        }
        if (!name.equals("__proto__")) {
            fields.members.put(name, leaf);
        }
        return fields;
    }

    /// The parts of a name: `a[b][c]` is `a`, `[b]`, `[c]`. Empty if the name can't be used.
    private List<String> segments(String name) {
        List<String> segments = new ArrayList<>();
        int open = name.indexOf('[');
        String first = open >= 0 ? name.substring(0, open) : name;
        if (!first.isEmpty()) {
            segments.add(first);
        }
        int close = -1;
        for (int level = 0; open >= 0 && level < depth; level++) {
            close = closing(name, open);
            if (close < 0) {
                segments.add("[" + name.substring(open) + "]");
                return allowed(segments);
            }
            segments.add(name.substring(open, close + 1));
            open = name.indexOf('[', close + 1);
        }
        if (open >= 0) {
            segments.add("[" + name.substring(open) + "]");
        }
        return allowed(segments);
    }

    private List<String> allowed(List<String> segments) {
        boolean refused = !anyName
                && segments.stream()
                        .map(segment -> segment.startsWith("[") ? segment.substring(1, segment.length() - 1) : segment)
                        .anyMatch(OF_ALL_OBJECTS::contains);
        return refused ? List.of() : segments;
    }

    private static int closing(String name, int open) {
        int level = 0;
        for (int at = open; at < name.length(); at++) {
            switch (name.charAt(at)) {
                case '[' -> level++;
                case ']' -> {
                    if (--level == 0) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /// The array index that a name is; -1 if it is none.
    private static int index(String name) {
        boolean plain = !name.isEmpty()
                && name.length() <= 9
                && name.chars().allMatch(c -> c >= '0' && c <= '9')
                && (name.length() == 1 || name.charAt(0) != '0');
        return plain ? Integer.parseInt(name) : -1;
    }

    private static String decode(String text) {
        return Percent.decodeIfPossible(text.indexOf('+') < 0 ? text : text.replace('+', ' '));
    }
}

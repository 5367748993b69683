package dev.understudy.mock.crud;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Numbers;
import dev.understudy.js.ObjectPath;
import dev.understudy.js.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds in the text of a bucket the expression that makes the ids of its items, so that new items get ids of the
/// same kind. Goes over the text once; used for one text and thrown away.
public final class IdTemplate {

    private final String text;
    private final String key;
    private final int lastTriple;
    private final String structure;
    private final List<List<String>> open = new ArrayList<>();
    private @Nullable List<String> pending;

    private IdTemplate(String text, String key) {
        this.text = text;
        this.key = String.join(".", ObjectPath.parse(key).keys());
        this.lastTriple = text.lastIndexOf("}}}");
        this.structure = withoutExpressions();
    }

    /// The expressions that stand where the key's value stands; empty if it is no expression.
    public static Optional<String> find(String bucketText, String key) {
        return bucketText.contains("{{") ? new IdTemplate(bucketText, key).find() : Optional.empty();
    }

    /// The id that the rendered expression stands for: a number where its text is just as JavaScript writes it.
    /// Empty if nothing came of it.
    public static Optional<JsValue> id(String rendered) {
        String trimmed = Whitespace.strip(rendered);
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        double number = Numbers.parse(trimmed);
        return Optional.of(Numbers.print(number).equals(trimmed) ? new Num(number) : new Text(trimmed));
    }

    private Optional<String> find() {
        int at = 0;
        while (at < structure.length() && open.size() <= JsJson.MAX_DEPTH) {
            char c = structure.charAt(at);
            if (c == '{') {
                List<String> around = open.isEmpty() ? List.of() : open.getLast();
                open.add(pending == null ? around : pending);
                pending = null;
                at++;
            } else if (c == '}') {
                if (!open.isEmpty()) {
                    open.removeLast();
                }
                pending = null;
                at++;
            } else if (isNameStart(c)) {
                int end = nameEnd(at);
                int colon = colon(end);
                if (colon >= 0) {
                    List<String> path = new ArrayList<>(open.isEmpty() ? List.of() : open.getLast());
                    path.add(structure.substring(at, end));
                    String expressions = expressions(colon + 1);
                    if (!expressions.isEmpty() && String.join(".", path).equals(key)) {
                        return Optional.of(expressions);
                    }
                    pending = path;
                }
                at = Math.max(end, colon + 1);
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private int nameEnd(int from) {
        int at = from;
        while (at < structure.length() && (isNameStart(structure.charAt(at)) || isDigit(structure.charAt(at)))) {
            at++;
        }
        return at;
    }

    /// Where the colon behind a name stands; -1 if there is none.
    private int colon(int from) {
        int at = from;
        if (at < structure.length() && (structure.charAt(at) == '"' || structure.charAt(at) == '\'')) {
            at++;
        }
        while (at < structure.length() && Whitespace.is(structure.charAt(at))) {
            at++;
        }
        return at < structure.length() && structure.charAt(at) == ':' ? at : -1;
    }

    /// The expressions without anything between them that the text goes on with.
    private String expressions(int from) {
        int start = from;
        while (start < text.length() && Whitespace.is(text.charAt(start))) {
            start++;
        }
        if (start < text.length() && text.charAt(start) == '"') {
            start++;
        }
        int end = start;
        while (text.startsWith("{{", end)) {
            int next = expressionEnd(end);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return text.substring(start, end);
    }

    private String withoutExpressions() {
        StringBuilder structure = new StringBuilder(text.length());
        int at = 0;
        int start = text.indexOf("{{");
        while (start >= 0) {
            int end = expressionEnd(start);
            if (end < 0) {
                break;
            }
            structure.append(text, at, start).repeat(' ', end - start);
            at = end;
            start = text.indexOf("{{", at);
        }
        return structure.append(text, at, text.length()).toString();
    }

    private int expressionEnd(int start) {
        if (start < lastTriple && text.startsWith("{{{", start)) {
            return text.indexOf("}}}", start) + 3;
        }
        int end = text.indexOf("}}", start);
        return end < 0 ? -1 : end + 2;
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

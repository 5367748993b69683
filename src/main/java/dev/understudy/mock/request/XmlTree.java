package dev.understudy.mock.request;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What grows while XML is read: elements by name, repeated ones as arrays, attributes under `_attributes`, text under
/// `_text`. For one document on one thread.
final class XmlTree {

    private final Deque<Map<String, List<JsValue>>> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();

    XmlTree() {
        open.push(new LinkedHashMap<>());
    }

    boolean isOutside() {
        return names.isEmpty();
    }

    /// False if there is no room for more elements in each other.
    boolean start(String name, JsObject attributes) {
        if (open.size() >= JsJson.MAX_DEPTH) {
            return false;
        }
        names.push(name);
        open.push(new LinkedHashMap<>());
        if (attributes.size() > 0) {
            put("_attributes", attributes);
        }
        return true;
    }

    /// False if it is not the end of the innermost element.
    boolean end(String name) {
        if (names.isEmpty() || !names.getFirst().equals(name)) {
            return false;
        }
        end();
        return true;
    }

    private void end() {
        JsValue element = object(open.pop());
        put(names.pop(), element);
    }

    void text(String text) {
        if (!text.isBlank()) {
            put("_text", new Text(text));
        }
    }

    void put(String name, JsValue value) {
        open.getFirst().computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
    }

    /// All of it, with the elements that were not ended.
    JsValue value() {
        while (!names.isEmpty()) {
            end();
        }
        return object(open.getFirst());
    }

    private static JsObject object(Map<String, List<JsValue>> members) {
        JsObject.Builder object = JsObject.builder();
        members.forEach(
                (name, values) -> object.set(name, values.size() == 1 ? values.getFirst() : JsArray.of(values)));
        return object.build();
    }
}

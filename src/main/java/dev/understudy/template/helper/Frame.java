package dev.understudy.template.helper;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variables that a template reads as `@name`. A loop has a frame of its own, which starts as a copy of the one
/// around it. For one rendering on one thread.
public final class Frame {

    private final @Nullable Frame outer;
    private final Map<String, JsValue> variables;

    private Frame(@Nullable Frame outer, Map<String, JsValue> variables) {
        this.outer = outer;
        this.variables = variables;
    }

    /// The outermost frame of a rendering.
    public static Frame root(JsValue context) {
        Frame frame = new Frame(null, new HashMap<>());
        frame.set("root", context);
        return frame;
    }

    /// A frame inside this one, which knows all that this one knows now.
    public Frame inner() {
        return new Frame(this, new HashMap<>(variables));
    }

    /// The frame around this one.
    public @Nullable Frame outer() {
        return outer;
    }

    /// Undefined if it was never set.
    public JsValue get(String name) {
        return variables.getOrDefault(name, Undefined.UNDEFINED);
    }

    public void set(String name, JsValue value) {
        variables.put(name, value);
    }
}

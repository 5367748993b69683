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
    private @Nullable Block partialBlock;

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
        Frame inner = new Frame(this, new HashMap<>(variables));
        inner.partialBlock = partialBlock;
        return inner;
    }

    /// A frame beside this one, which knows all that this one knows now.
    public Frame copy() {
        Frame copy = new Frame(outer, new HashMap<>(variables));
        copy.partialBlock = partialBlock;
        return copy;
    }

    /// How many variables there are.
    public int size() {
        return variables.size();
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

    /// Forgets a variable.
    public void remove(String name) {
        variables.remove(name);
    }

    /// What `{{> @partial-block}}` prints.
    public @Nullable Block partialBlock() {
        return partialBlock;
    }

    public void setPartialBlock(@Nullable Block block) {
        partialBlock = block;
    }
}

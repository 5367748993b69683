package dev.understudy.js.path;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import java.util.ArrayList;
import java.util.List;

/// A JSONPath in the dialect of jsonpath-plus, behind the gate that the reference puts before it. Parsed once;
/// immutable; any thread may evaluate it.
///
/// A path that can lead to one place only gives what stands there, any other an array of all that it finds. What is
/// not found is undefined.
public final class JsonPath {

    /// Longer paths find nothing.
    public static final int MAX_LENGTH = 1000;

    private final boolean safe;
    private final List<PathStep> steps;

    private JsonPath(boolean safe, List<PathStep> steps) {
        this.safe = safe;
        this.steps = List.copyOf(steps);
    }

    /// Reads a path; any text is one. One that the gate refuses finds nothing.
    public static JsonPath parse(String path) {
        if (path.isEmpty() || path.length() > MAX_LENGTH || !Gate.isSafe(path)) {
            return new JsonPath(false, List.of());
        }
        List<PathStep> steps = PathReader.read(path);
        boolean rooted = steps.size() > 1 && steps.getFirst() instanceof PathStep.Root;
        return new JsonPath(true, rooted ? steps.subList(1, steps.size()) : steps);
    }

    /// What it finds in a value.
    ///
    /// @throws X if that takes more than there is to spend
    /// @throws JsException if an expression of the path fails
    public <X extends Exception> JsValue find(JsValue root, Effort<X> effort) throws X, JsException {
        if (!safe) {
            return Undefined.UNDEFINED;
        }
        List<Found> found = new Trace<>(root, effort).follow(steps);
        if (found.isEmpty()) {
            return Undefined.UNDEFINED;
        }
        if (found.size() == 1 && !found.getFirst().several()) {
            return found.getFirst().value();
        }
        List<JsValue> values = new ArrayList<>(found.size());
        found.forEach(one -> values.add(one.value()));
        return JsArray.of(values);
    }
}

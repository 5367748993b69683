package dev.understudy.js.path;

import dev.understudy.js.JsValue;
import java.util.List;

/// What following a path came to at one place.
///
/// @param several whether the path could have led to other places, too
/// @param onFromParent the steps that are to be followed from the place's parent instead; empty unless `up`
/// @param up whether the path turns back to the parent here
record Found(JsValue value, boolean several, List<PathStep> onFromParent, boolean up) {

    static Found of(JsValue value, boolean several) {
        return new Found(value, several, List.of(), false);
    }

    static Found turningBack(List<PathStep> rest) {
        return new Found(JsValue.Undefined.UNDEFINED, false, rest, true);
    }
}

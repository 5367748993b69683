package dev.understudy.js.path;

import dev.understudy.js.Conversions;
import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.ObjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Follows a path through one document.
final class Trace<X extends Exception> {

    private final JsValue root;
    private final Effort<X> effort;

    Trace(JsValue root, Effort<X> effort) {
        this.root = root;
        this.effort = effort;
    }

    List<Found> follow(List<PathStep> steps) throws X, JsException {
        List<Found> found = new ArrayList<>();
        follow(steps, DocumentPlace.root(root), false, false, found);
        boolean endsAtOnce = switch (steps.getFirst()) {
            case PathStep.Up _, PathStep.Own _, PathStep.OfType _ -> true;
            default -> false;
        };
        if (endsAtOnce && !found.isEmpty()) {
            throw new JsException("this._trace(...).filter is not a function");
        }
        found.removeIf(Found::up);
        return found;
    }

    /// @param literal whether a property goes before what its name means otherwise
    private void follow(List<PathStep> steps, DocumentPlace place, boolean several, boolean literal, List<Found> out)
            throws X, JsException {
        effort.spend(1);
        if (steps.isEmpty()) {
            out.add(Found.of(place.value(), several));
            return;
        }
        List<Found> found = new ArrayList<>(1);
        step(steps.getFirst(), steps.subList(1, steps.size()), place, several, literal, found);
        for (Found one : found) {
            boolean own = !(steps.getFirst() instanceof PathStep.Up);
            if (one.up() && own) {
                follow(one.onFromParent(), place, several, false, out);
            } else {
                out.add(one);
            }
        }
    }

    private void step(
            PathStep step, List<PathStep> rest, DocumentPlace place, boolean several, boolean literal, List<Found> out)
            throws X, JsException {
        JsValue value = place.value();
        if (literal && has(value, step.text())) {
            property(rest, place, step.text(), several, false, out);
            return;
        }
        switch (step) {
            case PathStep.Name(String name) -> {
                if (!literal && has(value, name)) {
                    property(rest, place, name, several, true, out);
                }
            }
            case PathStep.Quoted(String _, String name) -> {
                if (has(value, name)) {
                    property(rest, place, name, several, true, out);
                }
            }
            case PathStep.All _ -> {
                for (DocumentPlace child : children(place)) {
                    follow(rest, child, true, true, out);
                }
            }
            case PathStep.Deep _ -> deep(step, rest, place, several, out);
            case PathStep.Up _ -> out.add(Found.turningBack(rest));
            case PathStep.Own _ -> out.add(Found.of(place.key(), false));
            case PathStep.Root _ -> follow(rest, DocumentPlace.root(value), several, false, out);
            case PathStep.Slice slice -> slice(slice, rest, place, out);
            case PathStep.Filter(String _, Script script) -> {
                for (DocumentPlace child : children(place)) {
                    if (Conversions.isTruthy(script.value(child, root, effort))) {
                        follow(rest, child, true, false, out);
                    }
                }
            }
            case PathStep.Computed(String _, Script script) -> computed(script, rest, place, several, out);
            case PathStep.OfType(String _, String type) -> {
                if (PathTypes.isOfType(value, type)) {
                    out.add(Found.of(value, false));
                }
            }
            case PathStep.Union(String _, List<PathStep> parts) -> {
                for (PathStep part : parts) {
                    follow(with(part, rest), place, true, false, out);
                }
            }
        }
    }

    private void deep(PathStep step, List<PathStep> rest, DocumentPlace place, boolean several, List<Found> out)
            throws X, JsException {
        follow(rest, place, several, false, out);
        for (DocumentPlace child : children(place)) {
            if (PathTypes.isObject(child.value()) || child.value() == Null.NULL) {
                follow(with(step, rest), child, true, false, out);
            }
        }
    }

    private void slice(PathStep.Slice slice, List<PathStep> rest, DocumentPlace place, List<Found> out)
            throws X, JsException {
        if (!(place.value() instanceof JsArray array)) {
            return;
        }
        int size = array.size();
        int start = bounded(slice.start(), size);
        int end = slice.end() == 0 ? size : bounded(slice.end(), size);
        int stride = slice.stride() == 0 ? 1 : slice.stride();
        for (long at = start; at < end; at += stride) {
            follow(rest, place.child(array.get((int) at), (int) at), true, false, out);
        }
    }

    private static int bounded(int index, int size) {
        return index < 0 ? Math.max(0, index + size) : Math.min(index, size);
    }

    private void computed(Script script, List<PathStep> rest, DocumentPlace place, boolean several, List<Found> out)
            throws X, JsException {
        JsValue key = script.value(place, root, effort);
        if (key instanceof Text(String text)) {
            follow(with(PathStep.of(text), rest), place, several, false, out);
        } else if (has(place.value(), Conversions.toText(key))) {
            property(rest, place, Conversions.toText(key), several, false, out);
        } else if (key.isNullish()) {
            throw new JsException("Cannot read properties of " + Conversions.toText(key) + " (reading 'indexOf')");
        } else {
            throw new JsException("loc.indexOf is not a function");
        }
    }

    private void property(
            List<PathStep> rest, DocumentPlace place, String name, boolean several, boolean literal, List<Found> out)
            throws X, JsException {
        follow(rest, place.child(ObjectPath.own(place.value(), name), name), several, literal, out);
    }

    private List<DocumentPlace> children(DocumentPlace place) throws X {
        List<DocumentPlace> children = new ArrayList<>();
        if (place.value() instanceof JsArray array) {
            effort.spend(array.size());
            for (int i = 0; i < array.size(); i++) {
                children.add(place.child(array.get(i), i));
            }
        } else if (place.value() instanceof JsObject object) {
            effort.spend(object.size());
            for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
                children.add(place.child(member.getValue(), member.getKey()));
            }
        }
        return children;
    }

    private static List<PathStep> with(PathStep first, List<PathStep> rest) {
        List<PathStep> steps = new ArrayList<>(rest.size() + 1);
        steps.add(first);
        steps.addAll(rest);
        return steps;
    }

    private static boolean has(JsValue value, String name) {
        return value instanceof JsObject object
                ? object.has(name)
                : ObjectPath.own(value, name) != Undefined.UNDEFINED
                        || (value instanceof JsArray array && isIndexOf(array, name));
    }

    private static boolean isIndexOf(JsArray array, String name) {
        return JsObject.isIndex(name) && Long.parseLong(name) < array.size();
    }
}

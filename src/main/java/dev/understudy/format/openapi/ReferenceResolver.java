package dev.understudy.format.openapi;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/// Puts into a description what its references mean. What a reference means is found out once, where it is met first,
/// and shared: so the work grows with the file, and what is circular ends where the reference of the original ends.
/// Used by one thread, once.
final class ReferenceResolver {

    /// How many lists and objects may lie in each other, those that references lead to included.
    static final int MAX_LEVELS = 600;

    /// How many values are looked at. A file of the largest size has fewer, unless references overlap again and again.
    static final long MAX_STEPS = 20_000_000;

    private static final String REFERENCE = "$ref";
    private static final JsValue NOTHING = JsValue.Undefined.UNDEFINED;
    private static final int SHOWN = 200;

    private final JsObject root;
    private final Findings findings;
    private final Map<String, JsValue> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final LongConsumer effort;
    private long steps;

    private ReferenceResolver(JsObject root, Findings findings, LongConsumer effort) {
        this.root = root;
        this.findings = findings;
        this.effort = effort;
    }

    /// @throws Unreadable if there is no end of it
    static JsObject resolve(JsObject root, Findings findings, LongConsumer effort) {
        return LenientValues.object(new ReferenceResolver(root, findings, effort).value(root, SpecPlace.ROOT, 0));
    }

    private JsValue value(JsValue value, SpecPlace place, int level) {
        effort.accept(1);
        if (++steps > MAX_STEPS) {
            throw new Unreadable(
                    place.pointer(),
                    "References lead into each other too often to follow them all. Write out what some of them mean.");
        }
        if (value.depth() > 0 && level > MAX_LEVELS) {
            return tooDeep(place);
        }
        return switch (value) {
            case JsObject object -> object(object, place, level);
            case JsArray array -> array(array, place, level);
            case JsValue.Undefined _,
                    JsValue.Null _,
                    JsValue.Bool _,
                    JsValue.Num _,
                    JsValue.Big _,
                    JsValue.Text _,
                    JsValue.Moment _,
                    JsValue.SafeText _ -> value;
        };
    }

    private JsValue object(JsObject object, SpecPlace place, int level) {
        if (object.get(REFERENCE) instanceof JsValue.Text(String reference)) {
            return target(object, reference, place, level);
        }
        JsObject.Builder copy = JsObject.builder();
        boolean changed = false;
        for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
            JsValue resolved = value(member.getValue(), place.to(member.getKey()), level + 1);
            changed |= resolved != member.getValue();
            copy.set(member.getKey(), resolved);
        }
        return changed ? copy.build() : object;
    }

    private JsValue array(JsArray array, SpecPlace place, int level) {
        List<JsValue> copy = new ArrayList<>(array.size());
        boolean changed = false;
        for (int index = 0; index < array.size(); index++) {
            JsValue resolved = value(array.get(index), place.to(String.valueOf(index)), level + 1);
            changed |= resolved != array.get(index);
            copy.add(resolved);
        }
        return changed ? JsArray.of(copy) : array;
    }

    /// What a reference that leads nowhere stands in stays as it is, without looking into what stands beside it.
    private JsValue target(JsObject holder, String reference, SpecPlace place, int level) {
        if (open.contains(reference)) {
            return JsObject.EMPTY;
        }
        JsValue found = known.get(reference);
        if (found != null) {
            return level + found.depth() > MAX_LEVELS ? tooDeep(place) : found;
        }
        JsValue raw = lookUp(reference);
        if (!Conversions.isTruthy(raw)) {
            findings.addOnce(place, remark(reference));
            return holder;
        }
        open.add(reference);
        JsValue resolved = value(raw, placeOf(reference), level + 1);
        open.remove(reference);
        known.put(reference, resolved);
        return resolved;
    }

    private JsValue lookUp(String reference) {
        if (!reference.startsWith("#/")) {
            return NOTHING;
        }
        JsValue at = root;
        for (String name : reference.substring(2).split("/", -1)) {
            at = switch (at) {
                case JsObject object -> object.get(name);
                case JsArray array -> JsObject.isIndex(name) ? array.get((int) Long.parseLong(name)) : NOTHING;
                case JsValue.Undefined _,
                        JsValue.Null _,
                        JsValue.Bool _,
                        JsValue.Num _,
                        JsValue.Big _,
                        JsValue.Text _,
                        JsValue.Moment _,
                        JsValue.SafeText _ -> NOTHING;
            };
        }
        return at;
    }

    private JsValue tooDeep(SpecPlace place) {
        findings.addOnce(
                place,
                "What references lead to lies more than %,d levels deep, so nothing was taken from there on."
                        .formatted(MAX_LEVELS));
        return JsObject.EMPTY;
    }

    private static SpecPlace placeOf(String reference) {
        SpecPlace place = SpecPlace.ROOT;
        for (String name : reference.substring(2).split("/", -1)) {
            place = place.to(name);
        }
        return place;
    }

    private static String remark(String reference) {
        String shown = reference.length() > SHOWN ? reference.substring(0, SHOWN) + "…" : reference;
        if (reference.startsWith("#")) {
            return "The reference “%s” leads to nothing in this file, so it counts as an empty schema."
                    .formatted(shown);
        }
        return reference.matches("(?s)https?://.*")
                ? "The reference \"%s\" leads into the network, where imports do not go. Put what it means into the file."
                        .formatted(shown)
                : "The reference \"%s\" leads to another file. Put what it means into this one.".formatted(shown);
    }
}

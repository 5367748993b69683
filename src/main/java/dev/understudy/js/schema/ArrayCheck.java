package dev.understudy.js.schema;

import dev.understudy.js.Comparison;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;

/// The keywords about arrays. For one array.
record ArrayCheck<X extends Exception>(Validation<X> validation, JsObject schema) {

    boolean obeys(String keyword, JsValue wanted, JsArray array) throws X {
        return switch (keyword) {
            case "minItems" -> array.size() >= Validation.number(wanted);
            case "maxItems" -> array.size() <= Validation.number(wanted);
            case "uniqueItems" -> wanted != Bool.TRUE || areDifferent(array);
            case "contains" -> containsOne(wanted, array);
            case "items" -> items(wanted, array);
            default -> true;
        };
    }

    private boolean items(JsValue wanted, JsArray array) throws X {
        validation.effort().spend(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsValue item = wanted;
            if (wanted instanceof JsArray tuple) {
                boolean more = i >= tuple.size();
                item = more ? schema.has("additionalItems") ? schema.get("additionalItems") : Bool.TRUE : tuple.get(i);
            }
            if (!validation.obeys(item, array.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean containsOne(JsValue wanted, JsArray array) throws X {
        validation.effort().spend(array.size());
        for (JsValue item : array.values()) {
            if (validation.obeys(wanted, item)) {
                return true;
            }
        }
        return false;
    }

    private boolean areDifferent(JsArray array) throws X {
        for (int at = 0; at < array.size(); at++) {
            for (int before = 0; before < at; before++) {
                if (Comparison.isAlike(array.get(at), array.get(before), validation.effort())) {
                    return false;
                }
            }
        }
        return true;
    }
}

package dev.understudy.js.schema;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.util.Map;

/// The keywords about objects. For one object.
record ObjectCheck<X extends Exception>(Validation<X> validation, JsObject schema) {

    boolean obeys(String keyword, JsValue wanted, JsObject object) throws X {
        return switch (keyword) {
            case "minProperties" -> object.size() >= Validation.number(wanted);
            case "maxProperties" -> object.size() <= Validation.number(wanted);
            case "required" -> hasAll((JsArray) wanted, object);
            case "properties" -> properties((JsObject) wanted, object);
            case "patternProperties" -> patternProperties((JsObject) wanted, object);
            case "additionalProperties" -> additionalProperties(wanted, object);
            case "propertyNames" -> names(wanted, object);
            case "dependencies" -> dependencies((JsObject) wanted, object);
            default -> true;
        };
    }

    private boolean hasAll(JsArray names, JsObject object) throws X {
        validation.effort().spend(names.size());
        return names.values().stream()
                .allMatch(name -> name instanceof Text(String text) && object.get(text) != Undefined.UNDEFINED);
    }

    private boolean properties(JsObject wanted, JsObject object) throws X {
        validation.effort().spend(wanted.size());
        for (Map.Entry<String, JsValue> property : wanted.members().entrySet()) {
            JsValue value = object.get(property.getKey());
            if (value != Undefined.UNDEFINED && !validation.obeys(property.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private boolean patternProperties(JsObject wanted, JsObject object) throws X {
        for (Map.Entry<String, JsValue> pattern : wanted.members().entrySet()) {
            validation.effort().spend(object.size());
            for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
                if (validation.matches(pattern.getKey(), member.getKey())
                        && !validation.obeys(pattern.getValue(), member.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean additionalProperties(JsValue wanted, JsObject object) throws X {
        for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
            validation.effort().spend(1);
            boolean named = schema.get("properties") instanceof JsObject known && known.has(member.getKey());
            if (!named && !isPatterned(member.getKey()) && !validation.obeys(wanted, member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean isPatterned(String name) throws X {
        if (schema.get("patternProperties") instanceof JsObject wanted) {
            for (String pattern : wanted.names()) {
                if (validation.matches(pattern, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean names(JsValue wanted, JsObject object) throws X {
        validation.effort().spend(object.size());
        for (String name : object.names()) {
            if (!validation.obeys(wanted, new Text(name))) {
                return false;
            }
        }
        return true;
    }

    private boolean dependencies(JsObject wanted, JsObject object) throws X {
        validation.effort().spend(wanted.size());
        for (Map.Entry<String, JsValue> dependency : wanted.members().entrySet()) {
            if (object.get(dependency.getKey()) != Undefined.UNDEFINED
                    && !(dependency.getValue() instanceof JsArray names
                            ? hasAll(names, object)
                            : validation.obeys(dependency.getValue(), object))) {
                return false;
            }
        }
        return true;
    }
}

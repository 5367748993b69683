package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The methods of the module `helpers` that choose from what they are given.
final class Lists {

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("helpers.arrayElement", ask -> ask.chance().pick(filled(ask))),
            entry("helpers.arrayElements", Lists::several),
            entry("helpers.uniqueArray", Lists::unique),
            entry("helpers.shuffle", ask -> JsArray.of(shuffled(ask, items(ask)))),
            entry("helpers.enumValue", ask -> member(ask).value()),
            entry("helpers.objectValue", ask -> member(ask).value()),
            entry("helpers.objectKey", ask -> new Text(member(ask).name())),
            entry(
                    "helpers.objectEntry",
                    ask -> JsArray.of(new Text(member(ask).name()), member(ask).value())),
            entry("helpers.weightedArrayElement", Lists::weighted),
            entry("helpers.rangeToNumber", ask -> range(ask.argument(0), ask)),
            entry("helpers.maybe", _ -> Undefined.UNDEFINED),
            entry("helpers.multiple", Lists::multiple));

    private Lists() {}

    private record Member(String name, JsValue value) {}

    private static List<JsValue> items(Ask ask) throws TemplateException {
        List<JsValue> items = switch (ask.argument(0)) {
            case JsArray array -> array.values();
            case Text(String text) ->
                text.codePoints()
                        .<JsValue>mapToObj(c -> new Text(Character.toString(c)))
                        .toList();
            default -> throw new TemplateException("Cannot read properties of undefined (reading 'length')");
        };
        ask.budget().step(items.size());
        return items;
    }

    private static List<JsValue> filled(Ask ask) throws TemplateException {
        List<JsValue> items = items(ask);
        if (items.isEmpty()) {
            throw new RefusalException("Cannot get value from empty dataset.");
        }
        return items;
    }

    private static List<JsValue> shuffled(Ask ask, List<JsValue> items) {
        List<JsValue> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, ask.chance().random());
        return shuffled;
    }

    private static JsValue several(Ask ask) throws TemplateException {
        List<JsValue> items = items(ask);
        if (items.isEmpty()) {
            return JsArray.EMPTY;
        }
        int count = ask.amount(ask.argument(1), 1, items.size(), Ask.MAX_COUNT);
        return JsArray.of(shuffled(ask, items).subList(0, Math.min(count, items.size())));
    }

    private static JsValue unique(Ask ask) throws TemplateException {
        if (ask.arguments().isEmpty()) {
            return JsArray.EMPTY;
        }
        List<JsValue> items = new ArrayList<>(new LinkedHashSet<>(items(ask)));
        int count = ask.amount(ask.argument(1), 0, 0, Integer.MAX_VALUE);
        return JsArray.of(shuffled(ask, items).subList(0, Math.min(count, items.size())));
    }

    private static Member member(Ask ask) throws TemplateException {
        if (!(ask.argument(0) instanceof JsObject object)) {
            throw new TemplateException("Cannot convert undefined or null to object");
        }
        if (object.size() == 0) {
            throw new RefusalException("Cannot get value from empty dataset.");
        }
        String name = ask.chance().pick(List.copyOf(object.names()));
        return new Member(name, object.get(name));
    }

    private static JsValue weighted(Ask ask) throws TemplateException {
        List<JsValue> items = filled(ask);
        double total = 0;
        for (JsValue item : items) {
            total += weight(item);
        }
        double at = ask.chance().unit() * total;
        for (JsValue item : items) {
            at -= weight(item);
            if (at < 0) {
                return value(item);
            }
        }
        return value(items.getLast());
    }

    private static double weight(JsValue item) throws TemplateException {
        double weight = item instanceof JsObject object ? Conversions.toNumber(object.get("weight")) : Double.NaN;
        if (!(weight > 0)) {
            throw new RefusalException(
                    "weightedArrayElement expects an array of { weight, value } objects with weight as a positive number.");
        }
        return weight;
    }

    private static JsValue value(JsValue item) {
        return item instanceof JsObject object ? object.get("value") : Undefined.UNDEFINED;
    }

    private static JsValue range(JsValue given, Ask ask) throws TemplateException {
        return given instanceof Num ? given : new Num(NumberModule.whole(ask, 0, NumberModule.MAX_SAFE));
    }

    /// Functions can't be given in templates.
    private static JsValue multiple(Ask ask) throws TemplateException {
        throw new TemplateException(ask.text(ask.argument(0)) + " is not a function");
    }
}

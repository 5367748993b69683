package dev.understudy.template.helper.data;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.Buckets;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;

/// Changes a data bucket, or what stands at a path in it: `{{setData 'set' 'users' '0.name' 'Bo'}}{{data 'users'
/// '0.name'}} ⇒ Bo`. It can `set`, `merge`, `push`, `del`, `inc`, `dec` and `invert`.
final class SetData implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() < 2) {
            return Undefined.UNDEFINED;
        }
        Optional<String> bucket = BucketNames.of(call, 1);
        if (bucket.isEmpty()) {
            return Undefined.UNDEFINED;
        }
        String operator = TextConversion.of(call.plain(0), call.budget());
        String path = call.plain(2).isNullish() ? "" : TextConversion.of(call.plain(2), call.budget());
        call.budget().step(path.length());
        BucketPlace place = BucketPlace.of(path, call.budget());
        JsValue value = call.plain(3);
        Buckets.Change change = switch (operator) {
            case "merge" -> before -> merge(before, place, value);
            case "push" -> before -> push(before, place, value);
            case "del" -> place::without;
            case "inc" -> before -> count(before, place, value, 1);
            case "dec" -> before -> count(before, place, value, -1);
            case "invert" -> before -> invert(before, place);
            default -> before -> place.set(before, value);
        };
        call.scope().buckets().change(bucket.get(), before -> ValueTypes.limited(change.of(before)), call.budget());
        return Undefined.UNDEFINED;
    }

    private static JsValue merge(JsValue before, BucketPlace place, JsValue value) throws TemplateException {
        if (place.get(before) instanceof JsObject old && value instanceof JsObject more) {
            place.budget().step(old.size() + more.size());
            return place.set(before, old.with(more));
        }
        return place.set(before, value);
    }

    private static JsValue push(JsValue before, BucketPlace place, JsValue value) throws TemplateException {
        if (place.get(before) instanceof JsArray array) {
            place.budget().step(array.size());
            return place.set(before, array.plus(value));
        }
        return before;
    }

    private static JsValue count(JsValue before, BucketPlace place, JsValue value, int sign) throws TemplateException {
        double step = TextConversion.number(value, place.budget());
        double old = TextConversion.number(place.get(before), place.budget());
        if ((Conversions.isTruthy(value) && Double.isNaN(step)) || Double.isNaN(old)) {
            return before;
        }
        boolean counts = step != 0 && !Double.isNaN(step);
        return place.set(before, new Num(old + (counts ? step : 1) * sign));
    }

    private static JsValue invert(JsValue before, BucketPlace place) throws TemplateException {
        return place.get(before) instanceof Bool bool ? place.set(before, Bool.of(bool == Bool.FALSE)) : before;
    }
}

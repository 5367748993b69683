package dev.understudy.template.helper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Lines;
import dev.understudy.js.date.JsDates;
import dev.understudy.template.World;
import dev.understudy.template.faker.LocaleFaker;
import dev.understudy.template.helper.registry.Helpers;
import dev.understudy.template.scope.Scope;
import dev.understudy.template.scope.TemplateException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HelperTableTest {

    @Test
    @DisplayName("J50: helpers of dates and paths return what the reference's return")
    void returnsWhatTheReferenceReturns() {
        List<String> wrong = new ArrayList<>();
        for (JsArray line : Lines.of("helpers.jsonl")) {
            JsValue returned = call(line);
            JsValue expected = value(line.get(3));
            boolean same = (returned instanceof JsArray || returned instanceof JsObject)
                    ? JsJson.print(returned).equals(JsJson.print(expected))
                    : returned.equals(expected);
            if (!same) {
                wrong.add(JsJson.print(line) + " is " + returned);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static JsValue call(JsArray line) {
        String name = Lines.text(line, 0);
        JsValue[] arguments = ((JsArray) line.get(1))
                .values().stream().map(HelperTableTest::value).toArray(JsValue[]::new);
        JsObject.Builder named = JsObject.builder();
        ((JsObject) line.get(2)).members().forEach((key, value) -> named.set(key, value(value)));
        HelperCall call = new HelperCall(
                new HelperCall.Site(name, 1, Optional.empty()),
                scope(),
                JsObject.EMPTY,
                Frame.root(JsObject.EMPTY),
                arguments,
                named.build(),
                HelperCall.Body.NONE);
        try {
            return Helpers.find(name).orElseThrow().call(call);
        } catch (TemplateException thrown) {
            return error(String.valueOf(thrown.getMessage()));
        }
    }

    private static Scope scope() {
        Scope scope = World.of("{}").scope();
        return new Scope(
                scope.request(),
                scope.status(),
                scope.buckets(),
                scope.globals(),
                scope.environmentVariable(),
                new LocaleFaker("en", new Random(1), scope.clock()),
                scope.clock(),
                scope.random(),
                scope.budget());
    }

    /// JSON has no word for some values; the table writes them as objects.
    private static JsValue value(JsValue value) {
        if (!(value instanceof JsObject object)) {
            return value;
        }
        if (object.has("$safe")) {
            return new SafeText(((Text) object.get("$safe")).value());
        }
        if (object.has("$date")) {
            return new Moment(JsDates.of(object.get("$date"), ZoneOffset.UTC));
        }
        if (object.has("$error")) {
            return error(((Text) object.get("$error")).value());
        }
        return object.has("$undefined") ? Undefined.UNDEFINED : value;
    }

    private static JsValue error(String message) {
        return new SafeText("error: " + message);
    }
}

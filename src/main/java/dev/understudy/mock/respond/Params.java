package dev.understudy.mock.respond;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue.Text;
import dev.understudy.mock.path.Captured;
import java.util.List;
import java.util.Map;

/// What a path captured, as a value.
public final class Params {

    private Params() {}

    public static JsObject of(Map<String, Captured> captured) {
        JsObject.Builder params = JsObject.builder();
        captured.forEach((name, taken) -> params.set(
                name,
                switch (taken) {
                    case Captured.Value(String text) -> new Text(text);
                    case Captured.Pieces(List<String> texts) ->
                        JsArray.of(texts.stream().map(Text::new).toList());
                }));
        return params.build();
    }
}

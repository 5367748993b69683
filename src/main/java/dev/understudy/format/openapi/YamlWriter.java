package dev.understudy.format.openapi;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Writes values as YAML 1.2 that is laid out in lines.
final class YamlWriter {

    private static final int INDENTATION = 2;

    private YamlWriter() {}

    static String write(JsValue value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(INDENTATION)
                .setIndicatorIndent(INDENTATION)
                .setIndentWithIndicator(true)
                .setWidth(Integer.MAX_VALUE)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .setSchema(new CoreSchema())
                .build();
        return new Dump(settings).dumpToString(plain(value));
    }

    private static Object plain(JsValue value) {
        return switch (value) {
            case JsObject object -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                object.members().forEach((name, member) -> plain.put(name, plain(member)));
                yield plain;
            }
            case JsArray array -> array.values().stream().map(YamlWriter::plain).toList();
            case JsValue.Bool bool -> bool == JsValue.Bool.TRUE;
            case JsValue.Undefined _,
                    JsValue.Null _,
                    JsValue.Num _,
                    JsValue.Big _,
                    JsValue.Text _,
                    JsValue.Moment _,
                    JsValue.SafeText _ -> Values.text(value);
        };
    }
}

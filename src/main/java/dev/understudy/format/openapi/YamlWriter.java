package dev.understudy.format.openapi;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Writes values as YAML 1.2 that is laid out in lines.
final class YamlWriter {

    private static final int INDENTATION = 2;

    /// What is written, paid for by the character.
    private static final class Text implements StreamDataWriter {

        private final StringBuilder text = new StringBuilder();
        private final LongConsumer effort;

        Text(LongConsumer effort) {
            this.effort = effort;
        }

        @Override
        public void write(String more) {
            effort.accept(more.length());
            text.append(more);
        }

        @Override
        public void write(String more, int from, int length) {
            effort.accept(length);
            text.append(more, from, from + length);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private YamlWriter() {}

    static String write(JsValue value, LongConsumer effort) {
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
        Text text = new Text(effort);
        new Dump(settings).dump(plain(value, effort), text);
        return text.toString();
    }

    private static Object plain(JsValue value, LongConsumer effort) {
        effort.accept(1);
        return switch (value) {
            case JsObject object -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                object.members().forEach((name, member) -> plain.put(name, plain(member, effort)));
                yield plain;
            }
            case JsArray array ->
                array.values().stream().map(item -> plain(item, effort)).toList();
            case JsValue.Bool bool -> bool == JsValue.Bool.TRUE;
            case JsValue.Undefined _,
                    JsValue.Null _,
                    JsValue.Num _,
                    JsValue.Big _,
                    JsValue.Text _,
                    JsValue.Moment _,
                    JsValue.SafeText _ -> LenientValues.text(value);
        };
    }
}

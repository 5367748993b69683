package dev.understudy.observed;

import dev.understudy.environment.FileContent;
import dev.understudy.environment.RuleTarget;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.mock.request.Bodies;
import dev.understudy.mock.request.BodyType;
import dev.understudy.mock.request.FormText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What tells a request from others to the same path: its query and its body, as far as rules can see it. What may be
/// a credential is not among it.
///
/// @param told at most [#MAX_TRAITS]
/// @param rest stands for what rules can't see: a hash, or empty if there is nothing like that
public record Traits(List<Trait> told, String rest) {

    /// A request without query and body.
    public static final Traits NONE = new Traits(List.of(), "");

    static final int MAX_TRAITS = 60;
    private static final int MAX_VALUE = 1_000;
    private static final int MAX_NAME = 200;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_BODY_BYTES = 64 * 1024;

    public Traits {
        told = List.copyOf(told);
    }

    /// Of a request.
    ///
    /// @param query as it was asked for, without the question mark
    /// @param type the `Content-Type` of the body; empty if there is none
    public static Traits of(String query, String type, byte[] body) {
        Reader reader = new Reader();
        reader.read(RuleTarget.QUERY, "", FormText.query(query), 0);
        String rest = reader.missed ? hash(query.getBytes(StandardCharsets.UTF_8)) : "";
        reader.missed = false;
        if (body.length > 0) {
            BodyType kind = BodyType.of(type.toLowerCase(Locale.ROOT));
            boolean readable = kind == BodyType.JSON || kind == BodyType.FORM;
            if (readable && body.length <= MAX_BODY_BYTES) {
                JsValue value = Bodies.parse(type, body, new String(body, StandardCharsets.UTF_8))
                        .value();
                reader.read(RuleTarget.BODY, "", value, 0);
            } else {
                reader.missed = true;
            }
            rest += reader.missed ? hash(body) : "";
        }
        return new Traits(reader.told, rest);
    }

    private static String hash(byte[] bytes) {
        return FileContent.of(bytes).hash();
    }

    /// Takes a value apart. Used by one thread, once.
    private static final class Reader {

        private final List<Trait> told = new ArrayList<>();
        private boolean missed;

        private void read(RuleTarget target, String name, JsValue value, int depth) {
            if (SecretNames.include(name)) {
                return;
            }
            switch (value) {
                case JsObject object
                when depth < MAX_DEPTH ->
                    object.members().forEach((key, inner) -> read(target, below(name, key), inner, depth + 1));
                case JsArray array
                when depth < MAX_DEPTH -> {
                    for (int at = 0; at < Math.min(array.size(), MAX_TRAITS + 1); at++) {
                        read(target, below(name, Integer.toString(at)), array.get(at), depth + 1);
                    }
                }
                default -> leaf(target, name, value);
            }
        }

        private void leaf(RuleTarget target, String name, JsValue value) {
            boolean deep = value instanceof JsObject || value instanceof JsArray;
            if (deep || !isAddressable(name) || told.size() == MAX_TRAITS) {
                missed = true;
                return;
            }
            String text = value == JsValue.Null.NULL ? "" : Conversions.toText(value);
            if (text.length() > MAX_VALUE || text.contains("{{") || text.indexOf('\0') >= 0) {
                missed = true;
            } else {
                told.add(new Trait(target, name, text));
            }
        }

        /// Rules see dots between names, and expressions in braces.
        private static String below(String name, String key) {
            String escaped = key.replace(".", "\\.");
            return name.isEmpty() ? escaped : name + "." + escaped;
        }

        private static boolean isAddressable(String name) {
            return !name.isEmpty()
                    && name.length() <= MAX_NAME
                    && !name.startsWith("$")
                    && !name.contains("{{")
                    && !name.contains("\\\\")
                    && !name.endsWith("\\")
                    && name.indexOf('\0') < 0;
        }
    }
}

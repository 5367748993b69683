package dev.understudy.template.faker;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Our own word lists, in English. A line of the file is a list: `key: one|two`, or, of things with properties,
/// `key(name,code): one;1|two;2`. A list with the name of a method is all that the method needs.
final class OwnWords {

    private static final String FILE = "words.txt";
    private static final Map<String, List<String>> TEXTS = new HashMap<>();
    private static final Map<String, List<JsValue>> THINGS = new HashMap<>();

    static {
        lines().filter(line -> !line.isBlank()).forEach(OwnWords::read);
    }

    private OwnWords() {}

    static Optional<List<String>> texts(String key) {
        return Optional.ofNullable(TEXTS.get(key));
    }

    static List<JsValue> things(String key) {
        return Objects.requireNonNull(THINGS.get(key), key);
    }

    static Set<String> textKeys() {
        return Set.copyOf(TEXTS.keySet());
    }

    static Set<String> thingKeys() {
        return Set.copyOf(THINGS.keySet());
    }

    private static void read(String line) {
        int colon = line.indexOf(':');
        String key = line.substring(0, colon);
        List<String> values = List.of(line.substring(colon + 1).strip().split("\\|"));
        int fields = key.indexOf('(');
        if (fields < 0) {
            TEXTS.put(key, values);
        } else {
            String[] names = key.substring(fields + 1, key.length() - 1).split(",");
            List<JsValue> things = new ArrayList<>();
            values.forEach(value -> things.add(thing(names, value.split(";", -1))));
            THINGS.put(key.substring(0, fields), List.copyOf(things));
        }
    }

    private static JsValue thing(String[] names, String[] values) {
        JsObject.Builder thing = JsObject.builder();
        for (int i = 0; i < names.length; i++) {
            boolean number = names[i].startsWith("#");
            thing.set(
                    number ? names[i].substring(1) : names[i],
                    number ? new Num(Double.parseDouble(values[i])) : new Text(values[i]));
        }
        return thing.build();
    }

    private static Stream<String> lines() {
        try (InputStream in = Objects.requireNonNull(OwnWords.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.understudy.js.jmespath;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import java.util.ArrayList;
import java.util.List;

/// The functions that make lists of objects and objects of lists. For one call.
record ShapeFunctions<X extends Exception>(Functions<X> call) {

    JsValue call(String name) throws X {
        return switch (name) {
            case "keys" ->
                JsArray.of(call.object(0, 1).names().stream().map(Text::new).toList());
            case "values" -> JsArray.of(List.copyOf(call.object(0, 1).members().values()));
            case "items" -> items();
            case "from_items" -> fromItems();
            case "merge" -> merged();
            default -> zipped();
        };
    }

    private JsValue items() throws X {
        List<JsValue> items = new ArrayList<>();
        call.object(0, 1).members().forEach((name, value) -> items.add(JsArray.of(new Text(name), value)));
        return JsArray.of(items);
    }

    private JsValue fromItems() throws X {
        JsObject.Builder object = JsObject.builder();
        for (JsValue item : call.items(0, 1).values()) {
            if (!(item instanceof JsArray pair && pair.size() == 2 && pair.get(0) instanceof Text(String name))) {
                throw new JmesException("Not a pair");
            }
            object.set(name, pair.get(1));
        }
        return object.build();
    }

    private JsValue merged() throws X {
        JsObject.Builder object = JsObject.builder();
        for (int i = 0; i < call.values().size(); i++) {
            object.setAll(call.object(i, call.values().size()));
        }
        if (call.values().isEmpty()) {
            throw new JmesException("Nothing to merge");
        }
        return object.build();
    }

    private JsValue zipped() throws X {
        if (call.values().isEmpty()) {
            throw new JmesException("Nothing to zip");
        }
        List<List<JsValue>> columns = new ArrayList<>();
        for (int i = 0; i < call.values().size(); i++) {
            columns.add(
                    call.values().get(i) instanceof Text(String text)
                            ? letters(text)
                            : call.items(i, call.values().size()).values());
        }
        int size = columns.stream().mapToInt(List::size).min().orElse(0);
        call.evaluation().effort().spend((long) size * columns.size());
        List<JsValue> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            int at = row;
            rows.add(JsArray.of(columns.stream().map(column -> column.get(at)).toList()));
        }
        return JsArray.of(rows);
    }

    private List<JsValue> letters(String text) throws X {
        call.evaluation().effort().spend(text.length());
        return text.chars()
                .<JsValue>mapToObj(c -> new Text(String.valueOf((char) c)))
                .toList();
    }
}

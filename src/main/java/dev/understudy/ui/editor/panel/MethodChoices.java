package dev.understudy.ui.editor.panel;

import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.field.LiveChoice;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The choice of a method.
final class MethodChoices {

    private MethodChoices() {}

    static LiveChoice<String> of(Desk desk, Field<String> field) {
        LiveChoice<String> choice = new LiveChoice<>(desk, field, words(field));
        choice.addClassName("method-choice");
        return choice;
    }

    private static Map<String, String> words(Field<String> field) {
        FieldType.Choice type = (FieldType.Choice) field.type();
        Map<String, String> words = new LinkedHashMap<>();
        type.values().stream().filter(value -> !value.isEmpty()).forEach(value -> words.put(value, word(value)));
        return words;
    }

    private static String word(String value) {
        return value.equals("all") ? "Any" : value.toUpperCase(Locale.ROOT);
    }
}

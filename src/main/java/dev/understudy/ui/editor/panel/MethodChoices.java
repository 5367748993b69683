package dev.understudy.ui.editor.panel;

import dev.understudy.environment.Field;
import dev.understudy.environment.HttpMethod;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.LinkedHashMap;
import java.util.Map;

/// The choice of a method.
final class MethodChoices {

    private MethodChoices() {}

    static LiveChoice<HttpMethod> of(EditorSession session, Field<HttpMethod> field) {
        LiveChoice<HttpMethod> choice = new LiveChoice<>(session, field, words(field));
        choice.addClassName("method-choice");
        return choice;
    }

    private static Map<HttpMethod, String> words(Field<HttpMethod> field) {
        Map<HttpMethod, String> words = new LinkedHashMap<>();
        for (HttpMethod method : HttpMethod.values()) {
            if (method != HttpMethod.NONE && field.refusal(method.wireName()).isEmpty()) {
                words.put(method, method == HttpMethod.ALL ? "Any" : method.verb());
            }
        }
        return words;
    }
}

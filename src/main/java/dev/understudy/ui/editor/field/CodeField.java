package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.ui.editor.session.Editable;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.Troubles;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A long text of a node that several people edit at once. The browser's side is CodeMirror.
@Tag("understudy-code")
@JsModule("./code/understudy-code.ts")
@NpmPackage(value = "@codemirror/autocomplete", version = "6.20.4")
@NpmPackage(value = "@codemirror/collab", version = "6.1.1")
@NpmPackage(value = "@codemirror/commands", version = "6.11.1")
@NpmPackage(value = "@codemirror/lang-css", version = "6.3.1")
@NpmPackage(value = "@codemirror/lang-html", version = "6.4.12")
@NpmPackage(value = "@codemirror/lang-javascript", version = "6.2.5")
@NpmPackage(value = "@codemirror/lang-json", version = "6.0.2")
@NpmPackage(value = "@codemirror/lang-xml", version = "6.1.0")
@NpmPackage(value = "@codemirror/language", version = "6.13.1")
@NpmPackage(value = "@codemirror/search", version = "6.7.2")
@NpmPackage(value = "@codemirror/state", version = "6.7.6")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@NpmPackage(value = "@lezer/highlight", version = "1.2.5")
public final class CodeField extends Component implements Bound {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TextChannel channel;
    private ArrayNode marked = JSON.arrayNode();
    private Consumer<String> complaints = sentence -> {};
    private String language = "";

    private CodeField(EditorSession session, Field<String> field, boolean prose, String hint) {
        addClassName(prose ? "prose" : "code");
        channel = new TextChannel(
                this,
                session,
                field,
                opened -> opened.put("label", field.label())
                        .put("hint", hint)
                        .put("prose", prose)
                        .put("language", language));
        getElement()
                .addEventListener(
                        "code-problem",
                        event -> complaints.accept(event.getEventData()
                                .path("event.detail")
                                .path("message")
                                .asString("")))
                .addEventData("event.detail");
        Fresh.mark(this, session, channel.spot());
        Signal<List<Problem>> problems = problems(session);
        Signal.effect(this, () -> mark(problems.get()));
        Signal.effect(
                this,
                () -> getElement()
                        .callJsFunction(
                                "setReadonly",
                                !Editable.at(session, channel.spot().get())));
    }

    /// For text that programs read: numbered lines, colours, brackets, search.
    public static CodeField code(EditorSession session, Field<String> field) {
        return new CodeField(session, field, false, "");
    }

    /// For text that people read.
    ///
    /// @param hint what stands there as long as the text is empty
    public static CodeField prose(EditorSession session, Field<String> field, String hint) {
        return new CodeField(session, field, true, hint);
    }

    /// What is wrong with the text.
    Signal<List<Problem>> problems(EditorSession session) {
        return Signal.computed(() -> {
            Troubles troubles = session.mock().troubles().get();
            return channel.spot()
                    .get()
                    .map(here -> troubles.of(here.node(), here.field()))
                    .orElse(List.of());
        });
    }

    private void mark(List<Problem> problems) {
        ArrayNode found = JSON.arrayNode();
        for (Problem problem : problems) {
            problem.stretch()
                    .ifPresent(stretch -> found.addObject()
                            .put("from", stretch.from())
                            .put("to", stretch.to())
                            .put("message", problem.message())
                            .put("severity", problem.severity().name().toLowerCase(Locale.ROOT)));
        }
        if (!found.equals(marked)) {
            marked = found;
            getElement().callJsFunction("problems", found);
        }
    }

    /// Shows the text of another node. What was typed into the one before is sent first.
    @Override
    public void bind(NodeId node) {
        channel.bind(node);
    }

    /// Highlights as `json`, `html`, `xml`, `css`, `javascript` or, for all else, not at all.
    public void setLanguage(String name) {
        if (!name.equals(language)) {
            language = name;
            getElement().callJsFunction("setLanguage", name);
        }
    }

    /// Lays out the text as JSON, or complains why it can't.
    public void format() {
        getElement().callJsFunction("format");
    }

    /// Is told in words why a text was not saved or formatted; an empty string when all is well again.
    public void onComplaint(Consumer<String> listener) {
        complaints = listener;
        channel.onComplaint(listener);
    }

    /// Is told what was typed before the connection was lost and could not be put back.
    public void onRecovered(Consumer<String> listener) {
        channel.onRecovered(listener);
    }

    /// Is told what was typed before the text started anew, and is not in it.
    public void onUnsaved(Consumer<String> listener) {
        channel.onUnsaved(listener);
    }
}

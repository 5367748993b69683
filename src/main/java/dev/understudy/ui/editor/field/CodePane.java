package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.Tone;
import java.util.List;
import java.util.Optional;

/// A text for programs in a frame of its own: a bar with its language and formatting above, the text below.
public final class CodePane extends Div implements Bound {

    private final CodeField text;
    private final Div start = new Div();
    private final Span language = new Span();
    private final Span complaint = new Span();
    private final CopyButton copyRecovered = new CopyButton("Copy it");
    private final Banner recovered =
            new Banner(Tone.WARN, "", copyRecovered, new Button("Dismiss", click -> hideRecovered()));
    private String said = "";
    private Optional<Problem> wrong = Optional.empty();
    private final ValueSignal<Boolean> json = new ValueSignal<>(false);

    public CodePane(EditorSession session, Field<String> field) {
        text = CodeField.code(session, field);
        addClassName("code-pane");
        start.addClassName("start");
        complaint.addClassNames("complaint", "grow", "cut");
        complaint.getElement().setAttribute("role", "alert");
        Button format = new Button("Format");
        format.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        format.setTooltipText("Lay the JSON out; templates stay as they are");
        format.addClickListener(click -> {
            say("");
            text.format();
        });
        recovered.setVisible(false);
        Div bar = new Div(language, start, complaint, format);
        bar.addClassName("bar");
        add(bar, recovered, text);
        text.onComplaint(this::say);
        text.onRecovered(
                lost -> offer(
                        lost,
                        "What you had typed here before the connection was lost could not be put back: others changed the same place."));
        text.onUnsaved(lost -> offer(lost, "What you had typed here was not saved."));
        Signal<List<Problem>> problems = text.problems(session);
        Signal.effect(this, () -> {
            wrong = problems.get().stream().findFirst();
            show();
        });
        Signal.effect(
                this,
                () -> format.setVisible(json.get() && session.standing().get().mayEdit()));
    }

    /// What the text is highlighted as, see [CodeField#setLanguage], and how people call that.
    public void setLanguage(String name, String words) {
        text.setLanguage(name);
        language.setText(words);
        json.set(name.equals("json"));
    }

    @Override
    public void bind(NodeId node) {
        say("");
        recovered.setVisible(false);
        text.bind(node);
    }

    private void say(String sentence) {
        said = sentence;
        show();
    }

    /// What the person just did goes before what the mock thinks of the text. The bar is always as high.
    private void show() {
        String sentence = said.isEmpty() ? wrong.map(Problem::message).orElse("") : said;
        boolean doubt = said.isEmpty() && wrong.filter(CodePane::isDoubt).isPresent();
        complaint.setText(sentence);
        complaint.setTitle(sentence);
        complaint.getElement().setAttribute("data-severity", doubt ? "warning" : "error");
    }

    private static boolean isDoubt(Problem problem) {
        return problem.severity() != Problem.Severity.ERROR;
    }

    private void offer(String lost, String why) {
        copyRecovered.setCopied(lost);
        recovered.show(Tone.WARN, why);
        recovered.setVisible(true);
    }

    private void hideRecovered() {
        recovered.setVisible(false);
    }
}

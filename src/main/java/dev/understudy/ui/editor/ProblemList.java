package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.editor.session.Troubles;
import dev.understudy.ui.kit.OnDemand;
import java.util.Locale;
import java.util.function.Consumer;

/// How many problems the mock has, and behind that a list that leads to each of them.
final class ProblemList extends Div {

    /// So many are listed; of the rest only the number.
    static final int MAX_LISTED = 100;

    private final EditorSession session;
    private final Consumer<Problem> chosen;
    private final Button button = new Button();
    private final Span none = new Span("No problems");
    private final Div list = new Div();
    private final OnDemand<Popover> popover = new OnDemand<>(this::popover, this::add);

    /// @param chosen is told which one somebody wants to get to
    ProblemList(EditorSession session, Consumer<Problem> chosen) {
        this.session = session;
        this.chosen = chosen;
        addClassName("problems");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        list.addClassName("problem-list");
        add(none, button);
        Signal.effect(this, () -> project(session.mock().troubles().get()));
    }

    /// "2 problems · 3 notes": a problem does not work, a note says what works otherwise than one may think. Pure.
    static String words(Troubles troubles) {
        long errors = troubles.errors();
        long notes = troubles.all().size() - errors;
        String problems = errors == 0 ? "" : errors == 1 ? "1 problem" : "%,d problems".formatted(errors);
        String others = notes == 0 ? "" : notes == 1 ? "1 note" : "%,d notes".formatted(notes);
        return problems.isEmpty() || others.isEmpty() ? problems + others : problems + " · " + others;
    }

    private void project(Troubles troubles) {
        boolean any = !troubles.all().isEmpty();
        none.setVisible(!any);
        button.setVisible(any);
        button.setText(words(troubles));
        button.getElement().setAttribute("data-severity", troubles.errors() > 0 ? "error" : "warning");
        if (any) {
            popover.get();
        }
        if (isOpened()) {
            fill();
        }
    }

    private Popover popover() {
        Popover made = new Popover(list);
        made.setTarget(button);
        made.setPosition(PopoverPosition.TOP_END);
        made.setAriaLabel("Problems");
        made.addOpenedChangeListener(change -> fill());
        return made;
    }

    private boolean isOpened() {
        return popover.ifMade().filter(Popover::isOpened).isPresent();
    }

    private void fill() {
        list.removeAll();
        if (!isOpened()) {
            return;
        }
        Troubles troubles = session.mock().troubles().peek();
        troubles.all().stream().limit(MAX_LISTED).map(this::entry).forEach(list::add);
        if (troubles.all().size() > MAX_LISTED) {
            Span more = new Span("and %,d more".formatted(troubles.all().size() - MAX_LISTED));
            more.addClassName("muted");
            list.add(more);
        }
    }

    private static String place(Node form) {
        return switch (form.kind()) {
            case ENVIRONMENT -> "Settings";
            case BUCKET, CALLBACK, FILE -> NodeNames.name(form) + " · " + NodeNames.kind(form.kind());
            case FOLDER, ROUTE, RESPONSE, HEADER, RULE, INVOCATION -> NodeNames.name(form);
        };
    }

    private NativeButton entry(Problem problem) {
        Environment environment = session.now().environment();
        Span where = new Span(problem.node()
                .flatMap(node -> NodeNames.formOf(environment, node))
                .map(ProblemList::place)
                .orElse(""));
        where.addClassNames("where", "cut");
        Span what = new Span(problem.message().lines().findFirst().orElse(""));
        what.addClassName("trouble");
        what.getElement()
                .setAttribute("data-severity", problem.severity().name().toLowerCase(Locale.ROOT));
        NativeButton entry = new NativeButton();
        entry.add(where, what);
        entry.addClickListener(click -> {
            popover.get().close();
            chosen.accept(problem);
        });
        return entry;
    }
}

package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Troubles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// What is wrong with one node, in words, at the node's form. Takes no room as long as nothing is.
public final class TroubleNotes extends Div implements Bound {

    private final ValueSignal<Optional<NodeId>> place = new ValueSignal<>(Optional.empty());
    private List<Problem> shown = List.of();

    public TroubleNotes(Desk desk) {
        this(desk, problem -> true);
    }

    /// @param wanted which of the node's problems stand here
    public TroubleNotes(Desk desk, Predicate<Problem> wanted) {
        addClassName("troubles");
        setVisible(false);
        Signal.effect(this, () -> {
            Troubles troubles = desk.mock().troubles().get();
            show(place.get().map(troubles::of).orElse(List.of()).stream()
                    .filter(wanted)
                    .toList());
        });
    }

    @Override
    public void bind(NodeId node) {
        place.set(Optional.of(node));
    }

    private void show(List<Problem> problems) {
        if (problems.equals(shown)) {
            return;
        }
        shown = problems;
        removeAll();
        for (Problem problem : problems) {
            Div note = new Div();
            String[] parts = problem.message().split("\n", 2);
            note.add(new Span(parts[0]));
            if (parts.length > 1) {
                // A drawing: the place of a mistake stands below its line.
                note.add(new Pre(parts[1]));
            }
            note.addClassName("trouble");
            note.getElement()
                    .setAttribute("data-severity", problem.severity().name().toLowerCase(Locale.ROOT));
            add(note);
        }
        setVisible(!problems.isEmpty());
    }
}

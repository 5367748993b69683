package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.Troubles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// What is wrong with one node, in words, at the node's form. Whether it keeps room for a line while nothing is, or
/// stands above what is below, is a matter of style: nothing moves while somebody types.
public final class TroubleNotes extends Div implements Bound {

    private final ValueSignal<Optional<NodeId>> place = new ValueSignal<>(Optional.empty());
    private List<Problem> shown = List.of();

    public TroubleNotes(EditorSession session) {
        this(session, problem -> true);
    }

    /// @param wanted which of the node's problems stand here
    public TroubleNotes(EditorSession session, Predicate<Problem> wanted) {
        addClassName("troubles");
        Signal.effect(this, () -> {
            Troubles troubles = session.mock().troubles().get();
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
            note.setText(problem.message());
            note.setTitle(problem.message());
            note.addClassName("trouble");
            note.getElement()
                    .setAttribute("data-severity", problem.severity().name().toLowerCase(Locale.ROOT));
            add(note);
        }
    }
}

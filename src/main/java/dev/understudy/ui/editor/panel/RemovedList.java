package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.history.RemovedNodes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.LatestLook;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.kit.Rows;
import java.time.Clock;
import java.util.List;

/// What was removed from the environment and is still gone, whatever it was, with a way back. Looks only while it is
/// shown itself.
final class RemovedList extends Div {

    private final EditorSession session;
    private final Actions actions;
    private final Clock clock;
    private final Paragraph none = SettingsPanel.note("Nothing was removed that could be brought back.");
    private final Rows rows = new Rows("What", "By", "When", "");
    private final ValueSignal<Boolean> shown = new ValueSignal<>(false);
    private final LatestLook look = new LatestLook();
    private List<RemovedNodes.Removal> listed = List.of();
    private boolean mayEdit;

    RemovedList(EditorSession session, Actions actions, Clock clock) {
        this.session = session;
        this.actions = actions;
        this.clock = clock;
        addClassNames("part", "removed");
        rows.setVisible(false);
        add(new H2("Removed"), none, rows);
        Signal.effect(this, this::project);
    }

    /// To be told whether it is on the screen.
    void show(boolean on) {
        shown.set(on);
    }

    private void project() {
        boolean edits = session.standing().get().mayEdit();
        if (shown.get()) {
            session.document().get();
            look.fetch(() -> session.history().removed(), found -> show(found, edits));
        }
    }

    private void show(List<RemovedNodes.Removal> removals, boolean edits) {
        none.setVisible(removals.isEmpty());
        rows.setVisible(!removals.isEmpty());
        if (removals.equals(listed) && edits == mayEdit) {
            return;
        }
        listed = removals;
        mayEdit = edits;
        rows.clear();
        removals.forEach(removal -> rows.row(
                new Span(removal.what().replaceFirst("^removed ", "")),
                new Span(removal.byName()),
                new RelativeTime(clock, removal.at()),
                back(removal)));
    }

    private Component back(RemovedNodes.Removal removal) {
        Button back = QuietButtons.of("Bring back", () -> actions.undo(removal.revision()));
        back.setDisableOnClick(true);
        back.setVisible(mayEdit);
        return back;
    }
}

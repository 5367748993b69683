package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Sign;
/// The cross at the end of a row, for those who may use it.

public final class RowRemover extends Button {

    /// @param words what it does, for the tooltip
    public RowRemover(EditorSession session, Actions actions, NodeId row, String words) {
        super(Sign.CLOSE.create(), click -> actions.remove(row));
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        addClassName("remover");
        setAriaLabel(words);
        setTooltipText(words);
        Signal.effect(this, () -> setVisible(session.standing().get().mayEdit()));
    }
}

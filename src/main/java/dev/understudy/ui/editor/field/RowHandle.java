package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Sign;
/// The grip at the start of a row whose place matters: it is dragged onto another row of the same list, moved with the
/// arrow keys, or clicked for a menu, which also fingers can use.

public final class RowHandle extends Button {

    private static final String KEYS = "(event.key === 'ArrowUp' || event.key === 'ArrowDown') && event.altKey";

    /// @param row what is dragged by it
    public RowHandle(EditorSession session, Actions actions, NodeId node, Component row) {
        super(Sign.DOTS_DOWN.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        addClassName("handle");
        setAriaLabel("Move or duplicate");
        setTooltipText("Drag to another place, or Alt with an arrow key");
        ContextMenu menu = new ContextMenu(this);
        menu.setOpenOnClick(true);
        menu.addItem("Move up", click -> actions.shift(node, true));
        menu.addItem("Move down", click -> actions.shift(node, false));
        menu.addItem("Duplicate", click -> actions.duplicate(node, copy -> {}));
        getElement()
                .addEventListener(
                        "keydown",
                        event -> actions.shift(
                                node,
                                event.getEventData()
                                        .path("event.key")
                                        .asString("")
                                        .equals("ArrowUp")))
                .setFilter(KEYS)
                .addEventData("event.key")
                .addEventData("event.preventDefault()");
        DragSource<RowHandle> source = DragSource.create(this);
        source.setEffectAllowed(EffectAllowed.MOVE);
        source.setDragData(node);
        DropTarget.create(row)
                .addDropListener(event -> event.getDragData()
                        .filter(NodeId.class::isInstance)
                        .map(NodeId.class::cast)
                        .ifPresent(dragged -> actions.moveOnto(dragged, node)));
        Signal.effect(this, () -> {
            boolean mayEdit = session.standing().get().mayEdit();
            setVisible(mayEdit);
            source.setDraggable(mayEdit);
        });
    }
}

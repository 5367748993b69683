package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.NodeRows;
import dev.understudy.ui.editor.field.RowRemover;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;

/// A header: its name and its value.
final class HeaderRow extends Div {

    private HeaderRow(EditorSession session, Actions actions, NodeId header) {
        addClassName("header-row");
        getElement().setAttribute("data-node", header.value());
        LiveText name = new LiveText(session, Schema.HEADER_KEY).hinting("Name");
        LiveText value = new LiveText(session, Schema.HEADER_VALUE).hinting("Value");
        TroubleNotes troubles = new TroubleNotes(session);
        add(name, value, new RowRemover(session, actions, header, "Remove header"), troubles);
        name.bind(header);
        value.bind(header);
        troubles.bind(header);
    }

    /// The headers of a response, a callback or the environment.
    static NodeRows rows(EditorSession session, Actions actions, Slot slot, String ifEmpty) {
        NodeRows rows = new NodeRows(
                session,
                slot,
                "Add header",
                (parent, made) -> actions.addRow(parent, Kind.HEADER, slot, made),
                header -> new HeaderRow(session, actions, header));
        rows.addClassName("headers");
        return rows.sayingIfEmpty(ifEmpty);
    }
}

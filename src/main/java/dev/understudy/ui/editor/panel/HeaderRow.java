package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.NodeRows;
import dev.understudy.ui.editor.field.RowRemover;
import dev.understudy.ui.editor.field.TroubleNotes;

/// A header: its name and its value.
final class HeaderRow extends Div {

    private HeaderRow(Desk desk, Actions actions, NodeId header) {
        addClassName("header-row");
        getElement().setAttribute("data-node", header.value());
        LiveField<String> name = LiveField.text(desk, Schema.HEADER_KEY).hinting("Name");
        LiveField<String> value = LiveField.text(desk, Schema.HEADER_VALUE).hinting("Value");
        TroubleNotes troubles = new TroubleNotes(desk);
        add(name, value, new RowRemover(desk, actions, header, "Remove header"), troubles);
        name.bind(header);
        value.bind(header);
        troubles.bind(header);
    }

    /// The headers of a response, a callback or the environment.
    static NodeRows rows(Desk desk, Actions actions, Slot slot, String ifEmpty) {
        NodeRows rows = new NodeRows(
                desk,
                slot,
                "Add header",
                parent -> actions.addRow(parent, Kind.HEADER, slot),
                header -> new HeaderRow(desk, actions, header));
        rows.addClassName("headers");
        return rows.sayingIfEmpty(ifEmpty);
    }
}

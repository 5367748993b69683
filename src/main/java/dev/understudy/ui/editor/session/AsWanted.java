package dev.understudy.ui.editor.session;

import dev.understudy.collab.Receipt;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Note;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.List;

/// Leaves out what nobody needs to hear: that a value was set which is there already. Pure.
final class AsWanted {

    private AsWanted() {}

    static List<Note> notes(Change change, Receipt receipt, Environment now) {
        if (receipt.kind().isRejected()) {
            return receipt.notes();
        }
        return receipt.notes().stream()
                .filter(note -> note.edit() >= change.edits().size()
                        || !isSo(change.edits().get(note.edit()), now))
                .toList();
    }

    private static boolean isSo(Edit edit, Environment now) {
        return edit instanceof Edit.Set(NodeId node, String field, Object value)
                && now.find(node)
                        .filter(found -> Schema.field(found.kind(), field)
                                .filter(known -> value.equals(found.plain(known)))
                                .isPresent())
                        .isPresent();
    }
}

package dev.understudy.ui.editor.field;

import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.EditorSession;

/// A text as the document has it, or had it last if its node was removed.
final class KnownText {

    private final EditorSession session;
    private final Field<String> field;
    private String last = "";

    KnownText(EditorSession session, Field<String> field) {
        this.session = session;
        this.field = field;
    }

    /// What the document has; empty for a node that is not there.
    String of(NodeId node) {
        return session.find(node)
                .filter(found -> found.kind() == field.kind())
                .map(found -> found.get(field))
                .orElse("");
    }

    /// Remembers it, if the node is there.
    void remember(NodeId node) {
        if (session.find(node).isPresent()) {
            last = of(node);
        }
    }

    /// What was remembered last.
    String last() {
        return last;
    }
}

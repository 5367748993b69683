package dev.understudy.ui.editor.field;

import dev.understudy.environment.NodeId;

/// Something on the screen that shows one node, and can be given another.
public interface Bound {

    void bind(NodeId node);
}

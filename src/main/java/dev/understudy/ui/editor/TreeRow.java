package dev.understudy.ui.editor;

import dev.understudy.environment.NodeId;
import java.util.List;

/// One visible row of the tree, as it is drawn.
///
/// @param method the word of the badge; empty for a folder
/// @param children how many nodes a folder has
/// @param off whether it is switched off itself
/// @param dimmed whether it does not answer, because it or a folder around it is off
/// @param broken whether something of the route does not work
/// @param fresh whether others changed something there while the reader was away, or, for a closed folder, in it
/// @param people those who are on it, or, for a closed folder, in it
record TreeRow(
        NodeId id,
        int depth,
        boolean folder,
        String method,
        String text,
        int children,
        boolean off,
        boolean dimmed,
        boolean broken,
        boolean fresh,
        List<TreeDot> people) {}

package dev.understudy.api;

import dev.understudy.edit.TakeBack;
import java.util.List;

/// What stays as it is, since others changed it.
///
/// @param field its key; `place` for parent and position of the node
record Left(String node, String field, String by) {

    /// Stands for parent and position of a node, which are no fields.
    static final String PLACE = "place";

    static List<Left> of(List<TakeBack.Left> left) {
        return left.stream()
                .map(one -> new Left(one.node().value(), one.field().orElse(PLACE), one.by()))
                .toList();
    }
}

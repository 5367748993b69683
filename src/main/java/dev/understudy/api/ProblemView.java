package dev.understudy.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.understudy.edit.Note;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that the author of a document or of a change should know. Each has a message; what else it has depends
/// on what it is about.
///
/// @param severity `repaired`, `warning` or `error`; of a document only
/// @param place where in the file; of a document only
/// @param node the id of the node that it is about
/// @param field the key of the field that it is about
/// @param edit the index of the edit; of a change only
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemView(
        @Nullable String severity,
        @Nullable String place,
        @Nullable String node,
        @Nullable String field,
        @Nullable Integer edit,
        String message) {

    static ProblemView of(Problem problem) {
        return new ProblemView(
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.place(),
                problem.node().map(NodeId::value).orElse(null),
                problem.field().isEmpty() ? null : problem.field(),
                null,
                problem.message());
    }

    static ProblemView of(Note note) {
        return new ProblemView(null, null, null, null, note.edit(), note.message());
    }
}

package dev.understudy.api;

import dev.understudy.collab.Receipt;
import dev.understudy.edit.EditReading;
import dev.understudy.edit.Note;
import dev.understudy.environment.Excess;
import java.util.Optional;

/// Refused changes as problems that name the edit at fault and the reason.
final class RejectedEdits {

    private RejectedEdits() {}

    /// @param receipt that of a change that was rejected
    static ApiProblem of(Receipt receipt) {
        Note note = receipt.notes().getFirst();
        return switch (receipt.kind()) {
            case TOO_LARGE -> refused(ErrorCode.ENVIRONMENT_TOO_LARGE, note, receipt.excess());
            case STALE ->
                ApiProblem.of(ErrorCode.STALE_REVISION, note.message()).with("revision", receipt.revision());
            case INVALID, COMMITTED, ADJUSTED, NO_EFFECT -> refused(ErrorCode.INVALID_EDIT, note, receipt.excess());
        };
    }

    static ApiProblem of(EditReading.Malformed malformed) {
        Note note = new Note(malformed.edit(), malformed.message());
        return refused(ErrorCode.INVALID_EDIT, note, malformed.excess());
    }

    private static ApiProblem refused(ErrorCode code, Note why, Optional<Excess> excess) {
        boolean one = why.edit() >= 0;
        String detail = one ? "Edit %d: %s".formatted(why.edit(), why.message()) : why.message();
        ApiProblem problem = ApiProblem.of(code, detail).with("reason", why.message());
        ApiProblem named = one ? problem.with("edit", why.edit()) : problem;
        return excess.map(named::with).orElse(named);
    }
}

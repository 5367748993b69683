package dev.understudy.api;

import dev.understudy.collab.Receipt;
import dev.understudy.edit.EditReading;
import dev.understudy.edit.Note;

/// Refused changes as problems that name the edit at fault and the reason.
final class Refusals {

    private Refusals() {}

    /// @param receipt that of a change that was rejected
    static ApiProblem of(Receipt receipt) {
        Note note = receipt.notes().getFirst();
        return switch (receipt.kind()) {
            case TOO_LARGE -> naming(note.edit(), ApiProblem.of(ErrorCode.ENVIRONMENT_TOO_LARGE, note.message()));
            case STALE -> Revisions.stale(receipt.revision());
            case INVALID, COMMITTED, ADJUSTED, NO_EFFECT -> invalid(note.edit(), note.message());
        };
    }

    static ApiProblem of(EditReading.Malformed malformed) {
        return invalid(malformed.edit(), malformed.message());
    }

    private static ApiProblem invalid(int edit, String reason) {
        String detail = edit < 0 ? reason : "Edit %d: %s".formatted(edit, reason);
        return naming(edit, ApiProblem.of(ErrorCode.INVALID_EDIT, detail)).with("reason", reason);
    }

    private static ApiProblem naming(int edit, ApiProblem problem) {
        return edit < 0 ? problem : problem.with("edit", edit);
    }
}

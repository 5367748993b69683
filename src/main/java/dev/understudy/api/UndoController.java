package dev.understudy.api;

import dev.understudy.collab.Receipt;
import dev.understudy.edit.TakeBack;
import dev.understudy.history.Step;
import dev.understudy.history.Undo;
import dev.understudy.history.Undone;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes back: the caller's own last step, or one change of anybody. A token has a history of its own.
@RestController
class UndoController {

    /// @param what in words what was taken back or done again
    /// @param left what stays as it is, since others changed it
    record Answer(long revision, String outcome, String what, List<Left> left) {}

    private static final Predicate<String> NUMBER =
            Pattern.compile("[0-9]{1,18}").asMatchPredicate();

    private final Undo undo;

    UndoController(Undo undo) {
        this.undo = undo;
    }

    @PostMapping(ApiPaths.ENVIRONMENT + "/undo")
    Answer undo(Access access, HttpServletRequest request) {
        return take(access, request, Step.Direction.UNDO);
    }

    @PostMapping(ApiPaths.ENVIRONMENT + "/redo")
    Answer redo(Access access, HttpServletRequest request) {
        return take(access, request, Step.Direction.REDO);
    }

    private Answer take(Access access, HttpServletRequest request, Step.Direction direction) {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        for (Optional<Step> step = undo.next(access, direction);
                step.isPresent();
                step = undo.next(access, direction)) {
            Optional<Undone> undone = undo.take(access, step.get());
            if (undone.isPresent()) {
                return answer(undone.get());
            }
            // Another request took the same at the same moment.
        }
        throw switch (direction) {
            case UNDO -> ApiProblem.of(ErrorCode.NOTHING_TO_UNDO, "There is nothing of yours to undo here.");
            case REDO ->
                ApiProblem.of(
                        ErrorCode.NOTHING_TO_REDO,
                        "There is nothing of yours to do again here: nothing was undone, or something else was done since.");
        };
    }

    @PostMapping(ApiPaths.ENVIRONMENT + "/changes/{revision}/revert")
    Answer revert(Access access, @PathVariable String revision, HttpServletRequest request) {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        if (!NUMBER.test(revision)) {
            throw ApiProblem.notFound();
        }
        return answer(undo.revert(access, Long.parseLong(revision)).orElseThrow(ApiProblem::notFound));
    }

    private static Answer answer(Undone undone) {
        return switch (undone) {
            case Undone.Done(String what, Receipt receipt, List<TakeBack.Left> left) ->
                new Answer(receipt.revision(), OutcomeWord.of(receipt.kind()), what, Left.of(left));
            case Undone.NothingLeft(String what, long revision, List<TakeBack.Left> left, boolean _) ->
                new Answer(revision, OutcomeWord.of(Receipt.Kind.NO_EFFECT), what, Left.of(left));
            case Undone.InTheWay(String what, List<String> names) ->
                throw ApiProblem.of(
                                ErrorCode.CONFLICT,
                                "%s, so this stays: %s."
                                        .formatted(
                                                names.isEmpty()
                                                        ? "Something else needs it by now"
                                                        : String.join(" and ", names) + " worked in it since",
                                                what))
                        .with("by", names);
            case Undone.Refused(String why) -> throw ApiProblem.of(ErrorCode.INVALID_EDIT, why);
        };
    }
}

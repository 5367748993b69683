package dev.understudy.api;

import dev.understudy.recording.Learned;

/// What came of bringing routes into an environment.
///
/// @param outcome `committed`, or `no-effect` if there was nothing new
record LearnedView(long revision, String outcome, int routes, int responses) {

    /// @throws ApiProblem if it could not be done
    static LearnedView of(Learned learned) {
        return switch (learned) {
            case Learned.Done(long revision, int routes, int responses) ->
                new LearnedView(revision, "committed", routes, responses);
            case Learned.Nothing(long revision) -> new LearnedView(revision, "no-effect", 0, 0);
            case Learned.Refused(String sentence, var excess) ->
                throw excess.map(limit -> ApiProblem.beyond(
                                ErrorCode.ENVIRONMENT_TOO_LARGE, limit.limit(), limit.value(), sentence))
                        .orElseGet(() -> ApiProblem.of(ErrorCode.INVALID_EDIT, sentence));
        };
    }
}

package dev.understudy.edit;

import java.util.List;
import java.util.Optional;

/// What a client submits: edits that are committed all together or not at all.
///
/// @param client the client's name for itself, chosen at random by it, up to [#MAX_CLIENT_LENGTH] characters
/// @param seq the client's own number of this change; sending the same number again gets the first answer again
/// @param base the revision that the client had seen when it made the edits
/// @param edits at least one, at most [#MAX_EDITS]
/// @param step the client's name for what was one action of its user, up to [#MAX_STEP_LENGTH] characters: changes with
///     the same one, one after the other, are taken back together. A change without is a step of its own
public record Change(String client, long seq, long base, List<Edit> edits, Optional<String> step) {

    public static final int MAX_CLIENT_LENGTH = 100;
    public static final int MAX_STEP_LENGTH = 100;
    public static final int MAX_EDITS = 50_000;

    public Change {
        edits = List.copyOf(edits);
    }

    public Change(String client, long seq, long base, List<Edit> edits) {
        this(client, seq, base, edits, Optional.empty());
    }
}

package dev.understudy.edit;

import java.util.List;

/// What a client submits: edits that are committed all together or not at all.
///
/// @param client the client's name for itself, chosen at random by it, up to [#MAX_CLIENT_LENGTH] characters
/// @param seq the client's own number of this change; sending the same number again gets the first answer again
/// @param base the revision that the client had seen when it made the edits
/// @param edits at least one, at most [#MAX_EDITS]
public record Change(String client, long seq, long base, List<Edit> edits) {

    public static final int MAX_CLIENT_LENGTH = 100;
    public static final int MAX_EDITS = 50_000;

    public Change {
        edits = List.copyOf(edits);
    }
}

package dev.understudy.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Revisions in headers and parameters: as entity tags (`"12"`) and as plain numbers.
final class Revisions {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String ANY = "*";

    private Revisions() {}

    static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    /// Checks that one of the entity tags of `If-Match` is the current one.
    ///
    /// @throws ApiProblem if there is no such header, or none of its tags is current
    static void requireMatch(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ApiProblem.of(
                            ErrorCode.STALE_REVISION,
                            "Say which revision this replaces: send the ETag of the document as \"If-Match\".")
                    .status(HttpStatus.PRECONDITION_REQUIRED)
                    .with("revision", current);
        }
        List<String> tags =
                Arrays.stream(ifMatch.split(",", -1)).map(String::strip).toList();
        if (!tags.contains(ANY) && !tags.contains(etag(current)) && !tags.contains(Long.toString(current))) {
            throw stale(current);
        }
    }

    static ApiProblem stale(long current) {
        return ApiProblem.of(
                        ErrorCode.STALE_REVISION,
                        "The environment is at revision %,d. Load the document, and replace that.".formatted(current))
                .with("revision", current);
    }

    /// A revision that a client names.
    ///
    /// @throws ApiProblem if it is no number
    static Optional<Long> parse(String where, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text.strip()).matches()) {
            throw ApiProblem.invalidRequest(where + " must be a revision, which is a whole number from 0.");
        }
        return Optional.of(Long.valueOf(text.strip()));
    }
}

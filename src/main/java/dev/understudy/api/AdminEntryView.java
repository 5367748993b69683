package dev.understudy.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.understudy.hosting.listener.AdminEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How programs get into the admin API of a listener.
///
/// @param enabled whether the operator lets listeners have one at all
/// @param madeBy who made the token; null if there is none, or one from before makers were kept
/// @param madeAt when
/// @param url null unless the listener runs
/// @param token the secret itself; only in the answer that made it
record AdminEntryView(
        boolean enabled,
        boolean hasToken,
        @Nullable String madeBy,
        @Nullable Instant madeAt,
        @Nullable String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    static AdminEntryView of(AdminEntry entry) {
        return of(entry, null);
    }

    static AdminEntryView of(AdminEntry.Issued issued) {
        return of(issued.entry(), issued.secret());
    }

    private static AdminEntryView of(AdminEntry entry, @Nullable String secret) {
        return new AdminEntryView(
                entry.enabled(),
                entry.token().isPresent(),
                entry.token().flatMap(AdminEntry.Made::by).orElse(null),
                entry.token().flatMap(AdminEntry.Made::at).orElse(null),
                entry.url().orElse(null),
                secret);
    }
}

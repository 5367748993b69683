package dev.understudy.api;

import dev.understudy.hosting.AdminEntry;
import org.jspecify.annotations.Nullable;

/// How programs get into the admin API of a listener.
///
/// @param enabled whether the operator lets listeners have one at all
/// @param token null before the first start
/// @param url null unless the listener runs
record AdminEntryView(
        boolean enabled, @Nullable String token, @Nullable String url) {

    static AdminEntryView of(AdminEntry entry) {
        return new AdminEntryView(
                entry.enabled(), entry.token().orElse(null), entry.url().orElse(null));
    }
}

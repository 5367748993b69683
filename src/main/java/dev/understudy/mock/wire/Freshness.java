package dev.understudy.mock.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a client's copy of an answer is still good, told from the validators that the answer's author set.
///
/// @param possible whether answers of this status can be fresh at all
public record Freshness(boolean possible, @Nullable String etag, Optional<Instant> modified) {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// From what the author of an answer said of it.
    public static Freshness of(int status, @Nullable String etag, @Nullable String lastModified) {
        boolean possible = (status >= 200 && status < 300) || status == 304;
        return new Freshness(possible, etag, lastModified == null ? Optional.empty() : date(lastModified));
    }

    /// Whether the client says what it has.
    public static boolean isAskedFor(RequestHeaders headers) {
        return headers.first("If-None-Match") != null || headers.first("If-Modified-Since") != null;
    }

    /// For a `GET` or `HEAD` with these headers.
    public boolean isFresh(RequestHeaders headers) {
        if (!possible) {
            return false;
        }
        String noneMatch = headers.first("If-None-Match");
        String modifiedSince = headers.first("If-Modified-Since");
        if ((noneMatch == null && modifiedSince == null) || wantsNoCache(headers.first("Cache-Control"))) {
            return false;
        }
        return (noneMatch == null || noneMatch.equals("*") || names(noneMatch))
                && (modifiedSince == null || unchangedSince(modifiedSince));
    }

    private boolean names(String noneMatch) {
        return etag != null
                && Arrays.stream(noneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> weak(tag).equals(weak(etag)));
    }

    private boolean unchangedSince(String since) {
        Optional<Instant> held = date(since);
        return held.isPresent() && modified.isPresent() && !modified.get().isAfter(held.get());
    }

    private static boolean wantsNoCache(@Nullable String cacheControl) {
        return cacheControl != null
                && Arrays.stream(cacheControl.split(",", -1)).map(String::strip).anyMatch("no-cache"::equals);
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }

    /// The date of HTTP, right weekday or wrong, or a plain ISO date or moment, which some clients send.
    private static Optional<Instant> date(String text) {
        try {
            int weekday = text.indexOf(',');
            if (weekday >= 0) {
                return Optional.of(
                        Instant.from(HTTP_DATE.parse(text.substring(weekday + 1).strip())));
            }
            return Optional.of(
                    text.indexOf('T') > 0
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

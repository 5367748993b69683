package dev.understudy.security.cookie;

import dev.understudy.wall.OwnCookies;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Lets the head of a request through, piece by piece, and of its cookies the application's only; everything else stays
/// byte for byte as it is. It holds no more than [#KEPT_BYTES] and a piece, however large the head. For one thread.
final class HeadSieve {

    /// Beyond it the rest is left to whoever reads on, and knows a limit of its own.
    static final int KEPT_BYTES = 12 * 1024;

    /// Beyond it nothing more is read: browsers keep 180 cookies of 4 KiB for a host.
    static final int HEAD_BYTES = 2 * 1024 * 1024;

    /// No value of the application's is longer.
    private static final int PAIR_BYTES = 256;

    private static final String COOKIE = "cookie:";

    private enum Place {
        LINE_START,
        NAME,
        LINE,
        PAIR,
        DROPPED_PAIR,
        END
    }

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final StringBuilder pair = new StringBuilder();
    private Place place = Place.LINE_START;
    private int matched;
    private boolean first;
    private int seen;

    /// Takes the next piece, all of it.
    void take(ByteBuffer piece) {
        seen += piece.remaining();
        while (piece.hasRemaining()) {
            take(piece.get());
        }
    }

    /// Whether the head has ended.
    boolean isThrough() {
        return place == Place.END;
    }

    /// Whether there is no use in going on.
    boolean isTooLarge() {
        return kept.size() > KEPT_BYTES || seen > HEAD_BYTES;
    }

    /// What is left of the pieces.
    ByteBuffer kept() {
        return ByteBuffer.wrap(kept.toByteArray());
    }

    private void take(byte octet) {
        switch (place) {
            case LINE_START, NAME -> {
                kept.write(octet);
                name(octet);
            }
            case LINE -> {
                kept.write(octet);
                place = octet == '\n' ? Place.LINE_START : Place.LINE;
                matched = 0;
            }
            case PAIR, DROPPED_PAIR -> cookie(octet);
            case END -> kept.write(octet);
        }
    }

    private void name(byte octet) {
        if (octet == '\n') {
            place = place == Place.LINE_START ? Place.END : Place.LINE_START;
            matched = 0;
        } else if (octet == '\r' && place == Place.LINE_START) {
            // the line may still turn out to be empty
            return;
        } else if (Character.toLowerCase(octet) != COOKIE.charAt(matched)) {
            place = Place.LINE;
        } else if (++matched == COOKIE.length()) {
            place = Place.PAIR;
            pair.setLength(0);
            first = true;
        } else {
            place = Place.NAME;
        }
    }

    private void cookie(byte octet) {
        boolean ends = octet == '\r' || octet == '\n';
        if (octet != ';' && !ends) {
            if (pair.length() == PAIR_BYTES) {
                place = Place.DROPPED_PAIR;
            } else {
                pair.append((char) (octet & 0xFF));
            }
            return;
        }
        if (place == Place.PAIR && isOwn(pair.toString().strip())) {
            byte[] bytes = ((first ? " " : "; ") + pair.toString().strip()).getBytes(StandardCharsets.ISO_8859_1);
            kept.write(bytes, 0, bytes.length);
            first = false;
        }
        pair.setLength(0);
        place = Place.PAIR;
        if (ends) {
            kept.write(octet);
            place = octet == '\n' ? Place.LINE_START : Place.LINE;
            matched = 0;
        }
    }

    private static boolean isOwn(String pair) {
        String plain = pair.startsWith(OwnCookies.HOST_PREFIX) ? pair.substring(OwnCookies.HOST_PREFIX.length()) : pair;
        return OwnCookies.NAMES.stream().anyMatch(name -> plain.startsWith(name + "="));
    }
}

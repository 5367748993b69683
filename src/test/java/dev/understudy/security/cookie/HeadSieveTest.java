package dev.understudy.security.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadSieveTest {

    @Test
    @DisplayName("P28 of the cookies of a large head the application's are left, and all else is as it was")
    void sieved() {
        String junk = "j=" + "x".repeat(4_000);
        String head = "POST /login?a=b; HTTP/1.1\r\nHost: x\r\nCookie: " + junk + "; understudy-session=1; " + junk
                + ";understudy-stay=2; understudy-stay=" + "y".repeat(4_000)
                + "\r\nX: cookie: a; b\r\ncOOKIE:__Host-understudy-scheme=dark;a=b\nCookies: c; d\r\n\r\n";
        assertThat(through(head + "Cookie: body\r\n\r\n", head.length()))
                .isEqualTo(String.join(
                        "\r\n",
                        "POST /login?a=b; HTTP/1.1",
                        "Host: x",
                        "Cookie: understudy-session=1; understudy-stay=2",
                        "X: cookie: a; b",
                        "cOOKIE: __Host-understudy-scheme=dark\nCookies: c; d",
                        "",
                        "Cookie: body",
                        "",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("P28 what is no cookie of a head passes byte for byte")
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\n\nCookie: a=b",
                "GET / HTTP/1.1\r\nCook\r\nie: a=b\r\n\r\nCookie: a=b\r\n",
                "GET / HTTP/1.1\r\nA: b\r\n Cookie: folded\r\n\r\n",
                "cookie / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nX-Cookie: a=b; c=d\r\n\r\n\r\n\r\n"
            })
    void untouched(String request) {
        assertThat(through(request, 3)).isEqualTo(request);
    }

    @Test
    @DisplayName("P28 pieces of any size give the same")
    void pieces() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String head =
                "GET / HTTP/1.1\r\nCookie: a=b; understudy-stay=1;c\r\nB: c\r\nCookie: x=y\r\n\r\nbody; Cookie: z";
        String whole = through(head, head.length());
        for (int round = 0; round < 200; round++) {
            assertThat(through(head, 1 + random.nextInt(head.length())))
                    .as("seed " + seed)
                    .isEqualTo(whole);
        }
    }

    @Test
    @DisplayName("P28 what is kept is bounded, and so is what is read")
    void bounded() {
        HeadSieve kept = new HeadSieve();
        kept.take(ByteBuffer.wrap(
                ("GET / HTTP/1.1\r\nX: " + "x".repeat(HeadSieve.KEPT_BYTES)).getBytes(StandardCharsets.US_ASCII)));
        assertThat(kept.isTooLarge()).isTrue();
        HeadSieve read = new HeadSieve();
        read.take(ByteBuffer.wrap(
                ("GET / HTTP/1.1\r\nCookie: " + "x".repeat(HeadSieve.HEAD_BYTES)).getBytes(StandardCharsets.US_ASCII)));
        assertThat(read.isTooLarge()).isTrue();
        assertThat(read.kept().remaining()).isLessThan(100);
    }

    private static String through(String text, int piece) {
        HeadSieve sieve = new HeadSieve();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += piece) {
            sieve.take(ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at)));
        }
        ByteBuffer kept = sieve.kept();
        return StandardCharsets.ISO_8859_1.decode(kept).toString();
    }
}

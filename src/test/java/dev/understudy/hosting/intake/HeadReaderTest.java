package dev.understudy.hosting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.mock.wire.WireHeader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HeadReaderTest {

    private static final int LIMIT = 200;
    private static final List<String> LINES = List.of(
            "GET /a?b=50% HTTP/1.1\r\n",
            "POST /%zz??%u0041 HTTP/1.0\r\n",
            "OPTIONS * HTTP/1.1\r\n",
            "Host: x\r\n",
            "hOST: y\r\n",
            "Content-Length: 12\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Connection: close, b\r\n",
            "a:\t b  c \r\n",
            "x-long: " + "y".repeat(90) + "\r\n",
            "\r\n",
            "\r\n",
            "\r\n",
            "\n",
            "\r",
            " ",
            "\0",
            ":",
            "G");

    @RepeatedTest(200)
    @DisplayName("L110 what heads there are does not depend on the pieces in which the bytes come")
    void pieces() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        for (int count = random.nextInt(25); count > 0; count--) {
            text.append(LINES.get(random.nextInt(LINES.size())));
        }
        assertThat(heads(text.toString(), random))
                .as("seed %d: %s", seed, text)
                .isEqualTo(heads(text.toString(), null))
                .isNotEmpty();
    }

    @Test
    @DisplayName("L110 a head is what stands there")
    void whole() {
        RequestHead head = heads("GET /%zz?a=50%&b=? HTTP/1.1\r\nhOST: h\r\nA:  b  c \r\nA:\r\n\r\n", null)
                .getFirst();
        assertThat(head.method()).isEqualTo("GET");
        assertThat(head.target()).isEqualTo("/%zz?a=50%&b=?");
        assertThat(head.headers().all())
                .containsExactly(new WireHeader("hOST", "h"), new WireHeader("A", "b  c"), new WireHeader("A", ""));
        assertThat(head.hasBody()).isFalse();
        assertThat(head.persistent()).isTrue();
    }

    @Test
    @DisplayName("L112 L22 what follows a head, and whether the connection goes on, is what it says")
    void framing() {
        assertThat(only("Host: x\r\nContent-Length: 12").bodyBytes()).isEqualTo(12);
        assertThat(only("Host: x\r\nContent-Length: 0").hasBody()).isFalse();
        assertThat(only("Host: x\r\nTransfer-Encoding: gzip, CHUNKED").bodyBytes())
                .isEqualTo(RequestHead.CHUNKED);
        assertThat(only("Host: x\r\nConnection: a, Close").persistent()).isFalse();
        assertThat(only("Host: x\r\nConnection: closed").persistent()).isTrue();
        assertThat(heads("GET / HTTP/1.0\r\n\r\n", null).getFirst().persistent())
                .isFalse();
        assertThat(heads("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", null)
                        .getFirst()
                        .persistent())
                .isTrue();
    }

    @Test
    @DisplayName("L113 target, names and values count, and what is between them does not")
    void limit() {
        assertThat(only("Host: x\r\na:" + " ".repeat(100) + "b".repeat(LIMIT - 7))
                        .fault())
                .isNull();
        assertThat(only("Host: x\r\na: " + "b".repeat(LIMIT - 6)).fault()).isEqualTo(RequestHead.Fault.TOO_LARGE);
        assertThat(only("Host: x\r\na: " + "b".repeat(2 * LIMIT)).fault()).isEqualTo(RequestHead.Fault.TOO_LARGE);
    }

    private static RequestHead only(String headers) {
        return heads("GET / HTTP/1.1\r\n" + headers + "\r\n\r\n", null).getFirst();
    }

    /// The heads in a text, up to the first that is none.
    ///
    /// @param random cuts it into pieces; null for all at once
    private static List<RequestHead> heads(String text, @Nullable Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        HeadReader reader = new HeadReader(LIMIT);
        List<RequestHead> heads = new ArrayList<>();
        int from = 0;
        int to = random == null ? bytes.length : 0;
        while (true) {
            from = reader.read(bytes, from, to);
            RequestHead head = reader.finished();
            if (head != null) {
                heads.add(head);
                if (head.fault() != null) {
                    return heads;
                }
            } else if (to == bytes.length) {
                return heads;
            } else if (random != null) {
                to = Math.min(bytes.length, to + 1 + random.nextInt(20));
            }
        }
    }
}

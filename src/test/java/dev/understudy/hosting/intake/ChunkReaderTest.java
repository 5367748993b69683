package dev.understudy.hosting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.hosting.intake.RequestHead.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkReaderTest {

    private static final int LIMIT = 100;

    /// What a text is: the data of its chunks, what went wrong, and what was left of it.
    private record Reading(String data, Fault fault, String rest) {

        static Reading of(String text, Random pieces) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            ChunkReader reader = new ChunkReader(LIMIT);
            StringBuilder data = new StringBuilder();
            long left = 0;
            int from = 0;
            while (from < bytes.length && !reader.isOver()) {
                int to = from + 1 + pieces.nextInt(bytes.length - from);
                if (left > 0) {
                    int taken = (int) Math.min(left, to - from);
                    data.append(text, from, from + taken);
                    from += taken;
                    left -= taken;
                    if (left == 0) {
                        reader.chunkRead();
                    }
                } else {
                    from = reader.read(bytes, from, to);
                    left = reader.chunkBytes();
                }
            }
            return new Reading(data.toString(), reader.fault(), reader.isOver() ? text.substring(from) : "unfinished");
        }
    }

    @Test
    @DisplayName("L110 the data of chunks is what was sent, whatever stands between them, in whatever pieces it comes")
    void chunks() {
        String text = "3\r\nabc\r\n00A ; x=\"y\"\r\n0123456789\r\n0;z\r\nTrailer: \u00e9\r\nb:\r\n\r\nGET";
        for (int seed = 0; seed < 200; seed++) {
            assertThat(Reading.of(text, new Random(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(new Reading("abc0123456789", null, "GET"));
        }
    }

    @ParameterizedTest
    @DisplayName("L116 what is no chunk, or could be read in two ways, is a fault")
    @ValueSource(
            strings = {
                "3\nabc\n0\n\n",
                "3\r\nabc\n0\r\n\r\n",
                "3\r\nabcd\r\n0\r\n\r\n",
                "3;\nabc\r\n0\r\n\r\n",
                "3\r\rabc\r\n0\r\n\r\n",
                "\r\nabc\r\n",
                ";a\r\n",
                " 3\r\nabc\r\n",
                "-3\r\nabc\r\n",
                "0x3\r\nabc\r\n",
                "\u0663\r\nabc\r\n",
                "1000000000000003\r\nabc\r\n",
                "0\r\na: b\n\r\n",
                "0\r\na: \0\r\n\r\n",
                "0\r\n\n",
                "0\r\n\rx",
            })
    void malformed(String text) {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(Reading.of(text, new Random(seed)).fault())
                    .as("seed %d", seed)
                    .isEqualTo(Fault.MALFORMED);
        }
    }

    @Test
    @DisplayName("L116 extensions and trailers have one limit together")
    void limits() {
        String half = "a".repeat(LIMIT / 2);
        Random pieces = new Random(1);
        assertThat(Reading.of("1;" + half.substring(1) + "\r\nx\r\n0\r\n" + half + "\r\n\r\n", pieces)
                        .fault())
                .isNull();
        assertThat(Reading.of("1;" + half + "\r\nx\r\n0\r\n" + half, pieces).fault())
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(Reading.of("1;" + half + half, pieces).fault()).isEqualTo(Fault.TOO_LARGE);
        assertThat(Reading.of("0\r\n" + "a\r\n".repeat(LIMIT + 1), pieces).fault())
                .isEqualTo(Fault.TOO_LARGE);
    }
}

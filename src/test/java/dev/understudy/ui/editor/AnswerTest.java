package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Reason;
import dev.understudy.why.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Environment DOCUMENT = Sample.document();

    private static Exchange answered(byte[] body, HeaderLine... headers) {
        return new Exchange(
                new UUID(1, 1),
                Instant.EPOCH,
                "GET",
                "/a",
                "",
                List.of(),
                BodyExcerpt.EMPTY,
                200,
                List.of(headers),
                BodyExcerpt.of(body),
                Optional.empty(),
                Optional.empty(),
                "",
                true,
                1,
                Reason.of(Why.UNKNOWN));
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    @DisplayName("U171 of the headers of an answer those of its connection, its moment, its body and secrets stay away")
    void headers() {
        List<HeaderLine> kept = AnswerHeaders.of(
                List.of(
                        new HeaderLine("Connection", "close"),
                        new HeaderLine("Date", "today"),
                        new HeaderLine("Content-Type", "text/plain"),
                        new HeaderLine("transfer-encoding", "chunked"),
                        new HeaderLine("Content-Encoding", "gzip"),
                        new HeaderLine("Set-Cookie", "sid=1"),
                        new HeaderLine("X-Auth-Token", "s3cr3t"),
                        new HeaderLine("ETag", "e1"),
                        new HeaderLine("Cache-Control", "no-store")),
                DOCUMENT);
        assertThat(kept).extracting(HeaderLine::name).containsExactly("ETag", "Cache-Control");
    }

    @Test
    @DisplayName("U171 a packed body is unpacked; what is no text, or too long unpacked, does not become a response")
    void bodies() throws IOException {
        HeaderLine gzip = new HeaderLine("Content-Encoding", "gzip");
        assertThat(AnswerText.of(answered("plain".getBytes(StandardCharsets.UTF_8))))
                .contains("plain");
        assertThat(AnswerText.of(answered(new byte[0], gzip))).contains("");
        assertThat(AnswerText.of(answered(zipped("packed ü"), gzip))).contains("packed ü");
        assertThat(AnswerText.of(answered(new byte[] {(byte) 0xff, 0, 1}))).isEmpty();
        assertThat(AnswerText.of(answered(zipped("\0"), gzip))).isEmpty();
        assertThat(AnswerText.of(answered(zipped("a".repeat(AnswerText.MAX_BYTES + 1)), gzip)))
                .isEmpty();
        assertThat(AnswerText.of(answered(zipped("x"), new HeaderLine("content-encoding", "br"))))
                .isEmpty();
    }
}

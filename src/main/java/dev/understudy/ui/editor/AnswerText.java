package dev.understudy.ui.editor;

import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The body of an answer as a text that a response can have. Pure.
final class AnswerText {

    /// Of a body that was packed.
    static final int MAX_BYTES = 1024 * 1024;

    private AnswerText() {}

    /// Empty if it is no text. Of a body of which only the start is kept, that start.
    static Optional<String> of(Exchange exchange) {
        BodyExcerpt body = exchange.responseBody();
        Optional<String> packing = exchange.responseHeaders().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Encoding"))
                .map(HeaderLine::value)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase("identity"))
                .findFirst();
        if (packing.isEmpty() || body.length() == 0) {
            return body.length() == 0 ? Optional.of("") : body.text();
        }
        return packing.get().equalsIgnoreCase("gzip") && !body.isCut() ? unpacked(body.bytes()) : Optional.empty();
    }

    private static Optional<String> unpacked(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] all = in.readNBytes(MAX_BYTES + 1);
            return all.length > MAX_BYTES ? Optional.empty() : text(all);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}

package dev.understudy.recording;

import dev.understudy.environment.FileContent;
import dev.understudy.environment.StatusReasons;
import dev.understudy.observed.Answer;
import dev.understudy.observed.Observed;
import dev.understudy.observed.Sent;
import dev.understudy.traffic.HeaderLine;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// What was recorded as an HTTP archive (HAR 1.2, <http://www.softwareishard.com/blog/har-12-spec/>) with whole bodies,
/// which becomes the same routes elsewhere. One body at a time is in memory.
public final class RecordingHar {

    /// Stands for the address of a server where none is known.
    public static final String ANYWHERE = "http://recorded";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int UNKNOWN = -1;

    private RecordingHar() {}

    /// Writes it. A content that is not there any more is left out with its request.
    ///
    /// @param address of the server that answered, or of the mock; without a slash at its end
    /// @param at when, for all of them
    public static void write(Source source, String address, Instant at, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("log");
            json.writeStringProperty("version", "1.2");
            json.writeObjectPropertyStart("creator");
            json.writeStringProperty("name", "Understudy");
            json.writeStringProperty("version", "1");
            json.writeEndObject();
            json.writeArrayPropertyStart("entries");
            for (Observed observed : source.observed()) {
                FileContent content = observed.answer().content();
                Optional<byte[]> bytes = content.size() == 0
                        ? Optional.of(new byte[0])
                        : source.contents().apply(content);
                bytes.ifPresent(body -> entry(json, address, at, observed, body));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void entry(JsonGenerator json, String address, Instant at, Observed observed, byte[] body) {
        json.writeStartObject();
        json.writeStringProperty("startedDateTime", at.toString());
        json.writeNumberProperty("time", 0);
        request(json, address, observed);
        response(json, observed.answer(), body);
        json.writeObjectPropertyStart("cache");
        json.writeEndObject();
        json.writeObjectPropertyStart("timings");
        json.writeNumberProperty("send", 0);
        json.writeNumberProperty("wait", 0);
        json.writeNumberProperty("receive", 0);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void request(JsonGenerator json, String address, Observed observed) {
        Sent sent = observed.sent();
        json.writeObjectPropertyStart("request");
        json.writeStringProperty("method", observed.method().verb());
        json.writeStringProperty(
                "url", address + observed.path() + (sent.query().isEmpty() ? "" : "?" + sent.query()));
        message(json, List.of());
        json.writeArrayPropertyStart("queryString");
        json.writeEndArray();
        if (!sent.body().isEmpty()) {
            json.writeObjectPropertyStart("postData");
            json.writeStringProperty("mimeType", sent.type());
            json.writeStringProperty("text", sent.body());
            json.writeEndObject();
        }
        json.writeNumberProperty("bodySize", UNKNOWN);
        json.writeEndObject();
    }

    private static void response(JsonGenerator json, Answer answer, byte[] body) {
        json.writeObjectPropertyStart("response");
        json.writeNumberProperty("status", answer.status());
        json.writeStringProperty("statusText", StatusReasons.of(answer.status()).orElse(""));
        message(json, answer.headers());
        json.writeObjectPropertyStart("content");
        json.writeNumberProperty("size", body.length);
        json.writeStringProperty("mimeType", header(answer, "content-type"));
        if (answer.text()) {
            json.writeStringProperty("text", new String(body, StandardCharsets.UTF_8));
        } else {
            json.writeName("text");
            json.writeBinary(body);
            json.writeStringProperty("encoding", "base64");
        }
        if (!header(answer, "content-encoding").isEmpty()) {
            // what other tools would take for decompressed is not
            json.writeBooleanProperty("_encoded", true);
        }
        json.writeEndObject();
        json.writeStringProperty("redirectURL", header(answer, "location"));
        json.writeNumberProperty("bodySize", UNKNOWN);
        json.writeEndObject();
    }

    private static void message(JsonGenerator json, List<HeaderLine> headers) {
        json.writeStringProperty("httpVersion", "HTTP/1.1");
        json.writeArrayPropertyStart("cookies");
        json.writeEndArray();
        json.writeArrayPropertyStart("headers");
        for (HeaderLine header : headers) {
            json.writeStartObject();
            json.writeStringProperty("name", header.name());
            json.writeStringProperty("value", header.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("headersSize", UNKNOWN);
    }

    private static String header(Answer answer, String name) {
        return HeaderLine.first(answer.headers(), name).orElse("");
    }
}

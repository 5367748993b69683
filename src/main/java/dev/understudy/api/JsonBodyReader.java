package dev.understudy.api;

import dev.understudy.environment.Limits;
import dev.understudy.format.CountingParser;
import dev.understudy.server.heavy.HeldStream;
import dev.understudy.server.heavy.Hold;
import dev.understudy.server.heavy.WorkEnded;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads the bodies of requests: never more than a limit is kept, and what is no JSON is told with its place.
final class JsonBodyReader {

    /// The largest body: that of a whole environment, or of edits that make one.
    static final int MAX_BYTES = (int) Limits.MAX_ENVIRONMENT_BYTES;

    /// The largest body of every other call.
    static final int MAX_SMALL_BYTES = 64 * 1024;

    /// Of a body that is too large so much is read and thrown away, so that a client that only listens when it has
    /// sent everything gets its answer. Beyond that the connection is cut.
    static final long MAX_DISCARDED_BYTES = 64L * 1024 * 1024;

    /// How deep objects and arrays may be nested in each other, how many digits a number and how many characters
    /// a name may have.
    static final int MAX_DEPTH = 500;

    static final int MAX_DIGITS = 1_000;
    static final int MAX_NAME_LENGTH = 50_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// What the parser's messages say about the parser.
    private static final Pattern CHATTER = Pattern.compile(
            "( \\(start marker| \\(`|: (enable|maybe a|was expecting|not allowed|only regular|has to be)).*",
            Pattern.DOTALL);

    private static final Pattern YAML =
            Pattern.compile("\\s*(application|text)/(x-yaml|yaml|[\\w.-]+\\+yaml)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private static final int BUFFER_BYTES = 16 * 1024;

    private static final JsonFactory LIMITED = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxStringLength(MAX_BYTES)
                    .build())
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(LIMITED)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonBodyReader() {}

    /// The bytes of a JSON body; none if there is no body.
    static byte[] bytes(HttpServletRequest request) throws IOException {
        return bytes(request, MAX_BYTES);
    }

    /// The bytes of a body that is a file to import, in JSON or YAML; none if there is no body.
    static byte[] file(HttpServletRequest request) throws IOException {
        if (hasBody(request) && !isYaml(request.getContentType())) {
            requireJson(request);
        }
        return raw(request, MAX_BYTES);
    }

    private static byte[] bytes(HttpServletRequest request, int limit) throws IOException {
        if (hasBody(request)) {
            requireJson(request);
        }
        return raw(request, limit);
    }

    /// The bytes of a body of any type.
    static byte[] raw(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            discard(request.getInputStream(), 0);
            throw tooLarge(limit, request.getContentLengthLong());
        }
        InputStream body = request.getInputStream();
        Hold hold = Holds.of(request);
        try {
            byte[] bytes = new HeldStream(body, hold).readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw tooLarge(limit, discard(body, bytes.length));
            }
            return bytes;
        } catch (WorkEnded full) {
            // Before the rest is thrown away: how long that takes is up to the client.
            hold.release();
            discard(body, 0);
            throw full;
        }
    }

    /// Before anything is read: of a form the server would have taken the body for parameters.
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /// A body with edits, out of bytes.
    ///
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    static JsonNode edits(byte[] bytes, LongConsumer effort) {
        return parse(bytes, ErrorCode.INVALID_EDIT, effort);
    }

    /// A body with a few properties; a missing node if there is no body.
    static JsonNode small(HttpServletRequest request) throws IOException {
        JsonNode json = parse(bytes(request, MAX_SMALL_BYTES), ErrorCode.INVALID_REQUEST, steps -> {});
        if (!json.isMissingNode() && !json.isObject()) {
            throw ApiProblem.invalidRequest("The body must be a JSON object.");
        }
        return json;
    }

    private static JsonNode parse(byte[] bytes, ErrorCode code, LongConsumer effort) {
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try (JsonParser parser = new CountingParser(JSON.createParser(text(bytes, code)), effort)) {
            JsonNode json = JSON.readTree(parser);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JacksonException malformed) {
            throw malformed(malformed, code);
        }
    }

    /// Strictly UTF-8: the parser's own decoder lets through what others would read differently.
    private static String text(byte[] bytes, ErrorCode code) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(left).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw ApiProblem.of(code, "The body is not UTF-8 text.")
                    .status(HttpStatus.BAD_REQUEST)
                    .with("place", "byte " + left.position());
        }
    }

    private static ApiProblem malformed(JacksonException malformed, ErrorCode code) {
        TokenStreamLocation location = malformed.getLocation();
        String detail = malformed instanceof StreamConstraintsException
                ? "The JSON goes too far: %,d levels, %,d digits of a number and %,d characters of a name are the most."
                        .formatted(MAX_DEPTH, MAX_DIGITS, MAX_NAME_LENGTH)
                : "The body is not well-formed JSON: "
                        + CHATTER.matcher(malformed.getOriginalMessage()).replaceFirst("") + ".";
        ApiProblem problem = ApiProblem.of(code, detail).status(HttpStatus.BAD_REQUEST);
        return location == null || location.getLineNr() < 1
                ? problem
                : problem.with("place", "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr()));
    }

    private static boolean isYaml(@Nullable String type) {
        return type != null && YAML.matcher(type).matches();
    }

    private static void requireJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return;
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            if (media.isCompatibleWith(MediaType.APPLICATION_JSON)
                    || media.getSubtype().endsWith("+json")) {
                return;
            }
        } catch (InvalidMediaTypeException _) {
            // Then it is not JSON either.
        }
        throw ApiProblem.invalidRequest("The body must be sent with \"Content-Type: application/json\".")
                .status(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    private static long discard(InputStream body, long alreadyRead) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long total = alreadyRead;
        for (int count = 0; count >= 0 && total < MAX_DISCARDED_BYTES; count = body.read(buffer)) {
            total += count;
        }
        return total;
    }

    private static ApiProblem tooLarge(int limit, long value) {
        String detail = "The body has %,d bytes; the limit is %,d.".formatted(value, limit);
        return limit == MAX_BYTES
                ? ApiProblem.beyond(ErrorCode.ENVIRONMENT_TOO_LARGE, limit, value, detail)
                : ApiProblem.beyond(ErrorCode.INVALID_REQUEST, limit, value, detail)
                        .status(HttpStatus.CONTENT_TOO_LARGE);
    }
}

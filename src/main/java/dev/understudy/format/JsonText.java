package dev.understudy.format;

import dev.understudy.environment.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON text to tree and back. Numbers keep all their digits, so that what is not understood comes back as it was.
final class JsonText {

    /// A file holds more than what counts as the size of an environment: property names, quotes, indentation.
    static final int MAX_FILE_BYTES = (int) (2 * Limits.MAX_ENVIRONMENT_BYTES);

    /// Objects and lists inside each other; an environment needs eight.
    static final int MAX_NESTING = 200;

    private static final String ADVICE_TO_PROGRAMMERS =
            "(?s)(: (enable|maybe a|not allowed|only regular|has to be)| \\(start marker| \\(`|\\(Source:).*";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectWriter PRETTY = MAPPER.writer()
            .with(new DefaultPrettyPrinter()
                    .withSeparators(new Separators()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonText() {}

    /// The text of a file; a byte order mark is skipped.
    static String decode(byte[] file) {
        if (file.length > MAX_FILE_BYTES) {
            throw new Refusal("", "The file has %,d bytes; the limit is %,d.".formatted(file.length, MAX_FILE_BYTES));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal("", "The file is not UTF-8 text. Save it as UTF-8 and import it again.");
        }
    }

    static JsonNode parse(String text) {
        if (text.isBlank()) {
            throw new Refusal("", "The file is empty.");
        }
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new Refusal(place(e), sentence("The file goes beyond a limit of its reader: ", e));
        } catch (JacksonException e) {
            throw new Refusal(place(e), sentence("The file is not valid JSON: ", e));
        }
    }

    static String raw(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }

    /// With two spaces, as the desktop application writes its files.
    static String pretty(JsonNode json) {
        return PRETTY.writeValueAsString(json);
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /// The parser's own words without what only its programmers understand.
    private static String sentence(String start, JacksonException e) {
        String words = e.getOriginalMessage().strip();
        if (words.startsWith("Trailing token")) {
            return start + "something follows after its end.";
        }
        String plain = words.replaceAll(
                        "\\(start marker at \\[Source: [^;]*; line: (\\d+), column: (\\d+)]\\)",
                        "(opened in line $1, column $2)")
                .replaceAll(",? from `[^`]*`", "")
                .replaceAll(ADVICE_TO_PROGRAMMERS, "")
                .replaceAll("\\('(.)' \\(code \\d+\\)\\)", "'$1'")
                .replaceAll(" \\(code \\d+\\)", "");
        String lower = plain.isEmpty() ? plain : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
        return start + lower + (lower.endsWith(".") ? "" : ".");
    }
}

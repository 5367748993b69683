package dev.understudy.format;

import dev.understudy.environment.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// JSON text to tree and back. Numbers stay as they are written, so that what is not understood comes back as it was.
final class JsonText {

    /// A file holds more than what counts as the size of an environment: property names, quotes, indentation.
    static final int MAX_FILE_BYTES = (int) (2 * Limits.MAX_ENVIRONMENT_BYTES);

    /// Objects and lists inside each other; an environment needs eight.
    static final int MAX_NESTING = 200;

    /// Names, values, and the beginnings and ends of objects and lists: the smallest ones take far more memory than
    /// their text.
    static final long MAX_TOKENS = 5_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .addModule(new SimpleModule().addDeserializer(JsonNode.class, new TreeReader()))
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
            throw new ImportRefusal(
                    "",
                    "The file has %,d bytes, and the limit is %,d. Split it into several."
                            .formatted(file.length, MAX_FILE_BYTES));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ImportRefusal("", "The file is not UTF-8 text. Save it as UTF-8 and import it again.");
        }
    }

    static JsonNode parse(String text) {
        return parse(text, steps -> {});
    }

    static JsonNode parse(String text, LongConsumer effort) {
        if (text.isBlank()) {
            throw new ImportRefusal("", "The file is empty. Choose another one.");
        }
        try {
            return MAPPER.readTree(new CountingParser(MAPPER.createParser(text), effort));
        } catch (StreamConstraintsException e) {
            throw new ImportRefusal(place(e), sentence("The file goes beyond a limit: ", e));
        } catch (JacksonException e) {
            throw new ImportRefusal(place(e), sentence("The file is not valid JSON: ", e));
        }
    }

    static String raw(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }

    /// With two spaces, as the desktop application writes its files.
    ///
    /// @param effort told of the characters that are written
    static String pretty(JsonNode json, LongConsumer effort) {
        CountingWriter text = new CountingWriter(effort);
        PRETTY.writeValue(text, json);
        return text.toString();
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String sentence(String start, JacksonException e) {
        return start + JsonMistake.words(e.getOriginalMessage());
    }
}

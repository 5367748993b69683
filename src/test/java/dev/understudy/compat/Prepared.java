package dev.understudy.compat;

import dev.understudy.environment.Environment;
import dev.understudy.format.EnvironmentImport;
import dev.understudy.format.ImportResult;
import dev.understudy.format.MockoonExport;
import dev.understudy.format.MockoonImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An environment file made ready for a comparison: in a folder of its own, with the files that it sends, and with
/// waits and addresses that suit a test.
///
/// @param name for the report
/// @param asks those that stand beside it in a file of the same name; without one, thought up for the environment
/// @param random whether something in it makes values up
/// @param secure whether it speaks TLS; only those do that bring their files along
/// @param elsewhere whom it may ask something; only who is named has one
record Prepared(
        String name,
        Path file,
        Environment environment,
        List<Ask> asks,
        boolean random,
        boolean secure,
        Optional<Elsewhere.Both> elsewhere)
        implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern CALLBACKS = Pattern.compile("\"callbacks\": *\\[\\s*\\{");
    private static final int MAX_WAIT_MILLIS = 30;
    private static final Pattern RANDOM = Pattern.compile("faker|oneOf|someOf|repeat \\d+ \\d+|\\bnow\\b|"
            + "(int|float|boolean|title|firstName|lastName|company|domain|tld|email|street|city|country|countryCode|"
            + "zipcode|postcode|lat|long|phone|color|hexColor|guid|uuid|ipv4|ipv6|lorem|objectId|date|time|"
            + "dateTimeShift)\\s*[^:\"]*}}|RANDOM");

    /// Empty if the file is none that can be served.
    ///
    /// @param name for the report
    static Optional<Prepared> of(String name, Path original, Path folder) throws IOException {
        String text = Files.readString(original);
        if (text.contains("\"openapi\": \"3")
                || text.contains("\"swagger\": \"2")
                || original.toString().endsWith(".yaml")) {
            return description(name, original, folder);
        }
        Optional<Elsewhere.Both> elsewhere = text.contains(Elsewhere.NAME)
                ? Optional.of(new Elsewhere.Both(
                        new Elsewhere(),
                        new Elsewhere(),
                        CALLBACKS.matcher(text).find()))
                : Optional.empty();
        return environment(name, original, folder, text, elsewhere);
    }

    private static Optional<Prepared> environment(
            String name, Path original, Path folder, String template, Optional<Elsewhere.Both> elsewhere)
            throws IOException {
        String text = elsewhere
                .map(both -> template.replace(Elsewhere.NAME, both.reference().authority()))
                .orElse(template);
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JacksonException _) {
            return Optional.empty();
        }
        if (!root.isObject() || root.path("lastMigration").asInt(33) > 33) {
            return Optional.empty();
        }
        Files.createDirectories(folder.resolve("mock"));
        boolean along = bring(original, folder.resolve("mock"));
        soften(root, folder.resolve("mock"));
        Path file = folder.resolve("mock").resolve("environment.json");
        Files.writeString(file, MAPPER.writeValueAsString(root));
        String written = Files.readString(file);
        String ours = elsewhere
                .map(both -> written.replace(
                        both.reference().authority(), both.ours().authority()))
                .orElse(written);
        if (!(MockoonImport.read(ours.getBytes(StandardCharsets.UTF_8), new Random(1))
                instanceof ImportResult.Imported imported)) {
            return Optional.empty();
        }
        boolean random = RANDOM.matcher(written).find();
        List<Ask> byHand = RequestLines.beside(original);
        List<Ask> asks = byHand.isEmpty() ? Questions.about(imported.environment()) : byHand;
        return Optional.of(new Prepared(
                name,
                file,
                imported.environment(),
                asks,
                random,
                along && root.path("tlsOptions").path("enabled").asBoolean(false),
                elsewhere));
    }

    /// A description of an API, which both make an environment of themselves.
    private static Optional<Prepared> description(String name, Path original, Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("mock")).resolve(original.getFileName());
        Files.copy(original, file);
        ImportResult result = EnvironmentImport.read(Files.readAllBytes(file), new Random(1));
        return result instanceof ImportResult.Imported(Environment environment, var _, var _)
                ? Optional.of(new Prepared(
                        name,
                        file,
                        environment,
                        Questions.about(environment),
                        RANDOM.matcher(MockoonExport.toText(environment)).find(),
                        false,
                        Optional.empty()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (elsewhere.isPresent()) {
            elsewhere.get().close();
        }
    }

    /// Copies the folder that has the environment's name and ends in `.files`, if there is one.
    private static boolean bring(Path original, Path folder) throws IOException {
        Path files = original.resolveSibling(original.getFileName().toString().replace(".json", ".files"));
        if (!Files.isDirectory(files)) {
            return false;
        }
        try (Stream<Path> walk = Files.walk(files)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(files.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return true;
    }

    /// Waits become short, and files that are named exist.
    private static void soften(JsonNode node, Path folder) throws IOException {
        if (node instanceof ArrayNode array) {
            for (JsonNode item : array) {
                soften(item, folder);
            }
        } else if (node instanceof ObjectNode object) {
            if (object.path("latency").asInt(0) > MAX_WAIT_MILLIS) {
                object.put("latency", MAX_WAIT_MILLIS);
            }
            provide(object.path("filePath").asString(""), folder);
            for (var member : object.properties()) {
                soften(member.getValue(), folder);
            }
        }
    }

    private static void provide(String path, Path folder) throws IOException {
        if (path.isEmpty() || path.contains("{{") || path.startsWith("/") || path.contains(":")) {
            return;
        }
        Path file = folder.resolve(path.replace('\\', '/')).normalize();
        if (file.startsWith(folder.getParent()) && !Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "The file " + file.getFileName() + " says {{method}} and é.\n");
        }
    }
}

package dev.understudy.format;

import dev.understudy.environment.FileContent;
import dev.understudy.observed.Observation;
import dev.understudy.observed.Observed;
import dev.understudy.traffic.HeaderLine;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads HTTP archives (HAR 1.2, <http://www.softwareishard.com/blog/har-12-spec/>), as browsers and proxies write
/// them.
/// What is no answer of an HTTP server is left out and counted. Used by one thread, once.
final class HarReader {

    static final int MAX_ENTRIES = 20_000;

    /// Of all contents together, decoded.
    private static final long MAX_BYTES = 48L * 1024 * 1024;

    private static final int STEPS_OF_AN_ENTRY = 100;
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^;\"\\s]*)", Pattern.CASE_INSENSITIVE);

    /// What happened to entries that are not as they were.
    private enum Fault {
        NO_HTTP("%s no answers of an HTTP server and left out."),
        BROKEN("%s broken and left out."),
        UNSUITED("%s no answers that a route can give and left out."),
        EMPTY("%s without the text of the body: whoever saved the archive left it out."),
        CUT("%s with a part of the body only.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        private String words(int count) {
            String entries = count == 1 ? "1 entry is" : "%,d entries are".formatted(count);
            return sentence.formatted(entries);
        }
    }

    private final LongConsumer effort;
    private final Map<String, Map<String, Observed>> hosts = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<FileContent, byte[]> contents = new HashMap<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private long bytes;

    private HarReader(LongConsumer effort) {
        this.effort = effort;
    }

    static boolean isArchive(JsonNode root) {
        return root.path("log").path("entries").isArray();
    }

    /// @param root one that [#isArchive]
    /// @throws ImportRefusal if it can't be taken
    static HarArchive read(JsonNode root, LongConsumer effort) {
        JsonNode entries = root.path("log").path("entries");
        if (entries.size() > MAX_ENTRIES) {
            throw new ImportRefusal(
                    "/log/entries",
                    "The archive has %,d entries; the limit is %,d. Save a shorter one."
                            .formatted(entries.size(), MAX_ENTRIES));
        }
        HarReader reader = new HarReader(effort);
        entries.forEach(reader::entry);
        return reader.archive();
    }

    private HarArchive archive() {
        Map<String, List<Observed>> byHost = new LinkedHashMap<>();
        hosts.entrySet().stream()
                .sorted(Comparator.comparing(host -> -sizes.getOrDefault(host.getKey(), 0)))
                .forEach(host ->
                        byHost.put(host.getKey(), List.copyOf(host.getValue().values())));
        List<String> notes = new ArrayList<>();
        faults.forEach((fault, count) -> notes.add(fault.words(count)));
        return new HarArchive(byHost, contents, List.copyOf(notes));
    }

    private void entry(JsonNode entry) {
        effort.accept(STEPS_OF_AN_ENTRY);
        Optional<HarUrl> url = HarUrl.of(entry.path("request").path("url").asString(""));
        int status = entry.path("response").path("status").asInt(0);
        if (url.isEmpty() || status == 0) {
            count(Fault.NO_HTTP);
            return;
        }
        JsonNode content = entry.path("response").path("content");
        List<HeaderLine> headers = headers(entry.path("response"), content);
        Optional<byte[]> body = body(content, type(headers));
        if (body.isEmpty()) {
            count(Fault.BROKEN);
            return;
        }
        effort.accept(body.get().length / 16);
        switch (Observation.of(asked(entry.path("request"), url.get()), status, headers, body.get())) {
            case Observation.Seen(Observed observed, byte[] kept) -> {
                keep(url.get().host(), observed, kept);
                complain(content, body.get(), entry.path("request"), status);
            }
            case Observation.LeftOut _ -> count(Fault.UNSUITED);
        }
    }

    private void keep(String host, Observed observed, byte[] content) {
        if (contents.putIfAbsent(observed.answer().content(), content) == null) {
            bytes += content.length;
            if (bytes > MAX_BYTES) {
                throw new ImportRefusal(
                        "/log/entries",
                        "The bodies in the archive have more than %,d bytes together, which is the limit. Save a shorter one."
                                .formatted(MAX_BYTES));
            }
        }
        hosts.computeIfAbsent(host, _ -> new LinkedHashMap<>())
                .merge(observed.key(), observed, (before, now) -> before.then(now.answer()));
        sizes.merge(host, 1, Integer::sum);
    }

    private void complain(JsonNode content, byte[] body, JsonNode request, int status) {
        long size = content.path("size").asLong(0);
        boolean none = status == 204 || request.path("method").asString("").equalsIgnoreCase("HEAD");
        if (body.length == 0 && size > 0 && !none) {
            count(Fault.EMPTY);
        } else if (content.path("comment").asString("").startsWith("Only the first ")) {
            count(Fault.CUT);
        }
    }

    private void count(Fault fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    private static Observation.Asked asked(JsonNode request, HarUrl url) {
        JsonNode sent = request.path("postData");
        return new Observation.Asked(
                request.path("method").asString(""),
                url.path(),
                url.query(),
                sent.path("mimeType").asString(""),
                sent.path("text").asString("").getBytes(StandardCharsets.UTF_8));
    }

    /// The text of an archive is decompressed, but where Understudy says that it could not be.
    private static List<HeaderLine> headers(JsonNode response, JsonNode content) {
        boolean coded = content.path("_encoded").asBoolean(false);
        List<HeaderLine> headers = new ArrayList<>();
        for (JsonNode header : response.path("headers")) {
            String name = header.path("name").asString("");
            if (coded || !name.equalsIgnoreCase("content-encoding")) {
                headers.add(new HeaderLine(name, header.path("value").asString("")));
            }
        }
        String type = content.path("mimeType").asString("");
        if (type(headers).isEmpty() && type.contains("/") && !type.startsWith("x-unknown")) {
            headers.add(new HeaderLine("Content-Type", type));
        }
        return headers;
    }

    private static String type(List<HeaderLine> headers) {
        return HeaderLine.first(headers, "content-type").orElse("");
    }

    /// Empty if it can't be read.
    private static Optional<byte[]> body(JsonNode content, String type) {
        String text = content.path("text").asString("");
        if (!content.path("encoding").asString("").toLowerCase(Locale.ROOT).equals("base64")) {
            return Optional.of(text.getBytes(charset(type)));
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Charset charset(String type) {
        Matcher named = CHARSET.matcher(type);
        try {
            Charset charset = named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
            return charset.canEncode() ? charset : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}

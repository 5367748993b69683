package dev.understudy.format;

import dev.understudy.edit.Apply;
import dev.understudy.edit.Outcome;
import dev.understudy.environment.Environment;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.observed.Findings;
import dev.understudy.observed.Manner;
import dev.understudy.observed.Observed;
import dev.understudy.observed.RouteEdits;
import dev.understudy.observed.RouteSearch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Reads HTTP archives: what is in them for an environment that there is, or a new environment that answers as the
/// server did that was asked most.
public final class HarImport {

    private static final String NO_ENTRIES =
            "There is no answer of an HTTP server in this archive that a route can give.";
    private static final String FOREIGN =
            "This is no HTTP archive (HAR). Browsers save one in the network panel of their developer tools.";

    private HarImport() {}

    /// Reads a file.
    ///
    /// @param file bytes of text in UTF-8
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static HarArchive.Reading read(byte[] file, LongConsumer effort) {
        try {
            JsonNode root = JsonText.parse(JsonText.decode(file), effort);
            if (!HarReader.isArchive(root)) {
                return new HarArchive.Reading.Refused("", FOREIGN);
            }
            HarArchive archive = HarReader.read(root, effort);
            return archive.hosts().isEmpty()
                    ? new HarArchive.Reading.Refused("/log/entries", withNotes(archive))
                    : new HarArchive.Reading.Read(archive);
        } catch (ImportRefusal refusal) {
            ImportResult.Refused refused = refusal.result();
            return new HarArchive.Reading.Refused(refused.place(), refused.message());
        }
    }

    /// Whether a text may be one: then [#environment] knows.
    static boolean mayBe(String text) {
        return text.contains("\"entries\"") && text.contains("\"log\"");
    }

    /// A new environment; empty if the text is no archive.
    ///
    /// @throws ImportRefusal if it is one and can't be taken
    static Optional<ImportResult> environment(String text, RandomGenerator ids, LongConsumer effort) {
        JsonNode root;
        try {
            root = JsonText.parse(text, effort);
        } catch (ImportRefusal unreadable) {
            // others say so, or can read it
            return Optional.empty();
        }
        return HarReader.isArchive(root)
                ? Optional.of(environment(HarReader.read(root, effort), ids))
                : Optional.empty();
    }

    private static ImportResult environment(HarArchive archive, RandomGenerator ids) {
        if (archive.hosts().isEmpty()) {
            throw new ImportRefusal("/log/entries", withNotes(archive));
        }
        String host = archive.largest().orElseThrow();
        List<Observed> observed = archive.hosts().get(host);
        Node root = Node.root(NodeId.random(ids)).with(Schema.ENVIRONMENT_NAME, host);
        Environment empty = Environment.of(root);
        Findings findings = RouteSearch.find(empty, Objects.requireNonNull(observed), new Manner(false, true, true));
        RouteEdits.Made made =
                RouteEdits.of(empty, findings.routes(), content -> text(archive.contents(), content), ids);
        return switch (Apply.apply(empty, made.edits(), _ -> false, false)) {
            case Outcome.Accepted accepted ->
                new ImportResult.Imported(accepted.after(), problems(archive, findings), files(archive, made));
            case Outcome.NoEffect _ -> throw new ImportRefusal("/log/entries", NO_ENTRIES);
            case Outcome.Rejected rejected -> {
                ImportRefusal refusal = new ImportRefusal("/log/entries", rejected.message());
                throw rejected.excess()
                        .map(excess -> refusal.beyond(excess.limit(), excess.value()))
                        .orElse(refusal);
            }
        };
    }

    private static Map<FileContent, byte[]> files(HarArchive archive, RouteEdits.Made made) {
        Map<FileContent, byte[]> files = new HashMap<>();
        made.files().forEach(content -> files.put(content, bytes(archive.contents(), content)));
        return files;
    }

    private static byte[] bytes(Map<FileContent, byte[]> contents, FileContent content) {
        return Objects.requireNonNull(contents.get(content));
    }

    private static String text(Map<FileContent, byte[]> contents, FileContent content) {
        return new String(bytes(contents, content), StandardCharsets.UTF_8);
    }

    private static List<Problem> problems(HarArchive archive, Findings findings) {
        List<String> sentences = new ArrayList<>();
        if (archive.hosts().size() > 1) {
            sentences.add(others(archive));
        }
        sentences.addAll(archive.notes());
        sentences.addAll(findings.notes());
        findings.routes()
                .forEach(route -> route.notes().forEach(note -> {
                    if (!sentences.contains(note)) {
                        sentences.add(note);
                    }
                }));
        return sentences.stream()
                .map(sentence -> Problem.inFile(Problem.Severity.REPAIRED, "", sentence))
                .toList();
    }

    /// So many hosts are named.
    private static final int NAMED = 5;

    private static String others(HarArchive archive) {
        List<String> others = archive.hosts().keySet().stream().skip(1).toList();
        String more = others.size() > NAMED ? " and %,d more".formatted(others.size() - NAMED) : "";
        return "What %s answered is imported, which was asked most; %s%s not. To have that as well, open the environment and import the archive there."
                .formatted(
                        archive.largest().orElseThrow(),
                        String.join(", ", others.stream().limit(NAMED).toList()),
                        more + (others.size() == 1 ? " is" : " are"));
    }

    private static String withNotes(HarArchive archive) {
        return archive.notes().isEmpty() ? NO_ENTRIES : NO_ENTRIES + " " + String.join(" ", archive.notes());
    }
}

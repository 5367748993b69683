package dev.understudy.api;

import dev.understudy.environment.FileContent;
import dev.understudy.format.HarArchive;
import dev.understudy.format.HarImport;
import dev.understudy.observed.Findings;
import dev.understudy.observed.Manner;
import dev.understudy.observed.Observed;
import dev.understudy.recording.Learning;
import dev.understudy.recording.Source;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Makes routes of an HTTP archive, in an environment that there is.
@RestController
class HarController {

    /// @param hosts the servers in the archive, with how many different requests there are to each
    /// @param host the one of which routes were made
    /// @param found what was added, or would be
    record Answer(Map<String, Integer> hosts, String host, LearnedView learned, FindingsView found) {}

    private final Learning learning;
    private final Workshop workshop;

    HarController(Learning learning, Workshop workshop) {
        this.learning = learning;
        this.workshop = workshop;
    }

    @PostMapping(ApiPaths.ENVIRONMENT + "/har")
    Answer learn(Access access, HttpServletRequest request) throws IOException {
        BranchQuery.require(request, access, List.of("grouped", "extend", "host", "look"));
        access.require(Action.EDIT);
        Manner manner = MannerQuery.of(request, true);
        boolean look = MannerQuery.flag(request, "look", false);
        HarArchive archive = read(access, JsonBodyReader.file(request));
        String host = Optional.ofNullable(request.getParameter("host"))
                .or(archive::largest)
                .orElseThrow(ApiProblem::notFound);
        List<Observed> observed = archive.hosts().get(host);
        if (observed == null) {
            throw ApiProblem.invalidRequest("There is nothing of the host \"%s\" in the archive; there is %s."
                    .formatted(host, String.join(", ", archive.hosts().keySet())));
        }
        Source source = new Source(observed, content -> bytes(archive, content));
        Findings found = learning.look(access, source, manner);
        LearnedView learned = LearnedView.of(learning.learn(access, source, manner, _ -> !look));
        List<String> notes = new ArrayList<>(archive.notes());
        notes.addAll(found.notes());
        Map<String, Integer> hosts = new LinkedHashMap<>();
        archive.hosts().forEach((name, all) -> hosts.put(name, all.size()));
        return new Answer(hosts, host, learned, FindingsView.of(new Findings(found.routes(), notes)));
    }

    private static Optional<byte[]> bytes(HarArchive archive, FileContent content) {
        return Optional.ofNullable(archive.contents().get(content));
    }

    private HarArchive read(Access access, byte[] file) {
        HarArchive.Reading reading = Patience.await(workshop.submit(
                access.actor().user(), "The import", file.length, meter -> HarImport.read(file, meter::spend)));
        return switch (reading) {
            case HarArchive.Reading.Read(HarArchive archive) -> archive;
            case HarArchive.Reading.Refused(String place, String message) ->
                throw ApiProblem.of(ErrorCode.INVALID_DOCUMENT, message).with("place", place);
        };
    }
}

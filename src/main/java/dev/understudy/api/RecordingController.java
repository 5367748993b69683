package dev.understudy.api;

import dev.understudy.observed.Manner;
import dev.understudy.recording.Recording;
import dev.understudy.recording.RecordingHar;
import dev.understudy.recording.Recordings;
import dev.understudy.recording.Source;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Records what the real server answers through the proxy of a mock, and makes routes of it.
@RestController
class RecordingController {

    private static final String PATH = ApiPaths.ENVIRONMENT + "/recording";
    private static final int MAX_ROUTES = 1_000;

    /// What is in memory of an archive while it is sent, about.
    private static final int HELD_BYTES = 16 * 1024 * 1024;

    private final Recordings recordings;

    RecordingController(Recordings recordings) {
        this.recordings = recordings;
    }

    @GetMapping(PATH)
    RecordingView find(Access access, HttpServletRequest request) {
        BranchQuery.require(request, access);
        return RecordingView.of(recordings.find(access));
    }

    @PostMapping(PATH)
    RecordingView start(Access access, HttpServletRequest request) {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        return switch (recordings.start(access)) {
            case Recordings.Started.Runs(Recording recording) -> RecordingView.of(recording);
            case Recordings.Started.Refused(String sentence) -> throw ApiProblem.of(ErrorCode.CONFLICT, sentence);
        };
    }

    @PostMapping(PATH + "/stop")
    RecordingView stop(Access access, HttpServletRequest request) {
        BranchQuery.require(request, access);
        return RecordingView.of(recordings.stop(access));
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Access access, HttpServletRequest request) {
        BranchQuery.require(request, access);
        recordings.discard(access);
    }

    /// What there would be to add.
    @GetMapping(PATH + "/routes")
    FindingsView routes(Access access, HttpServletRequest request) {
        BranchQuery.require(request, access, MannerQuery.NAMES);
        return FindingsView.of(recordings.look(access, MannerQuery.of(request, false)));
    }

    @GetMapping(PATH + "/har")
    void archive(Access access, HttpServletRequest request, HttpServletResponse response) throws IOException {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        Recording recording = recordings.find(access).orElseThrow(ApiProblem::notFound);
        Holds.of(request).take(HELD_BYTES);
        Source source = recordings.source(access);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recording.har\"");
        RecordingHar.write(source, RecordingHar.ANYWHERE, recording.startedAt(), response.getOutputStream());
    }

    @PostMapping(PATH + "/apply")
    LearnedView apply(Access access, HttpServletRequest request) throws IOException {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        JsonNode body = JsonBodyReader.small(request);
        TreeSet<String> unknown = new TreeSet<>(body.propertyNames());
        unknown.removeAll(Set.of("grouped", "extend", "routes"));
        if (!unknown.isEmpty() || !flag(body, "grouped") || !flag(body, "extend")) {
            throw ApiProblem.invalidRequest(
                    "Say how to add it: {\"grouped\": true, \"extend\": true, \"routes\": [\"GET /orders/:id\"]}; each of them may be left out.");
        }
        Manner manner = new Manner(
                body.path("grouped").asBoolean(false), body.path("extend").asBoolean(true), false);
        return LearnedView.of(recordings.learn(access, manner, chosen(body.path("routes"))));
    }

    private static boolean flag(JsonNode body, String name) {
        return body.path(name).isMissingNode() || body.path(name).isBoolean();
    }

    private static Predicate<String> chosen(JsonNode routes) {
        if (routes.isMissingNode()) {
            return _ -> true;
        }
        if (!routes.isArray() || routes.size() > MAX_ROUTES) {
            throw ApiProblem.invalidRequest(
                    "\"routes\" must be an array of up to %,d keys of routes.".formatted(MAX_ROUTES));
        }
        Set<String> keys = new HashSet<>();
        routes.forEach(key -> keys.add(key.asString("")));
        return keys::contains;
    }
}

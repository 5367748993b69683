package dev.understudy.api;

import dev.understudy.environment.Environment;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.format.EnvironmentImport;
import dev.understudy.format.ImportResult;
import dev.understudy.format.MockoonExport;
import dev.understudy.format.MockoonImport;
import dev.understudy.server.heavy.Meter;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.team.Actor;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Environments from the bodies of requests, and back. What can take long is done in the workshop, while the thread of
/// the request waits. Any thread may call it.
@Component
class Documents {

    /// An environment that can be stored, with what was mended on the way.
    ///
    /// @param files the contents of its files
    record Read(Environment environment, List<Problem> problems, Map<FileContent, byte[]> files) {}

    /// The text of a smaller environment is made on the spot: that takes a few milliseconds at most.
    static final long SMALL_BYTES = 512 * 1024;

    private final Workshop workshop;
    private final SecureRandom chance;

    Documents(Workshop workshop, SecureRandom chance) {
        this.workshop = workshop;
        this.chance = chance;
    }

    /// An environment of nothing but its settings.
    Read blank() {
        return new Read(Environment.of(Node.root(NodeId.random(chance))), List.of(), Map.of());
    }

    /// Reads an environment file of any version, on the thread that asks: one of the workshop.
    ///
    /// @throws ApiProblem with the place if it is none, or with the limit if it is too large
    Read read(byte[] file, Meter meter) {
        return read(MockoonImport.read(file, chance, meter::spend));
    }

    /// Reads any file that an environment can be made of: one of those, a description of an API, or an HTTP archive.
    ///
    /// @throws ApiProblem with the place if it is none, or with the limit if it is too large
    Read make(Actor actor, byte[] file) {
        return Patience.await(workshop.submit(
                actor.user(),
                "The import",
                file.length,
                meter -> read(EnvironmentImport.read(file, chance, meter::spend))));
    }

    /// The environment in the exchange format.
    ///
    /// @param reader who wants it
    String text(Object reader, Environment environment) {
        return environment.bytes() <= SMALL_BYTES
                ? MockoonExport.toText(environment)
                : Patience.await(workshop.submit(
                        reader, "The export", 0, meter -> MockoonExport.toText(environment, meter::spend)));
    }

    private static Read read(ImportResult result) {
        return switch (result) {
            case ImportResult.Imported(Environment environment, List<Problem> problems, var files) ->
                new Read(environment, problems, files);
            case ImportResult.Refused refused -> throw problem(refused);
        };
    }

    private static ApiProblem problem(ImportResult.Refused refused) {
        return refused.excess()
                .map(excess -> ApiProblem.beyond(
                        ErrorCode.ENVIRONMENT_TOO_LARGE, excess.limit(), excess.value(), refused.message()))
                .orElseGet(() -> ApiProblem.of(ErrorCode.INVALID_DOCUMENT, refused.message()))
                .with("place", refused.place());
    }
}

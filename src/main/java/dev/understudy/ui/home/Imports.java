package dev.understudy.ui.home;

import dev.understudy.asset.Assets;
import dev.understudy.collab.Environments;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.format.EnvironmentImport;
import dev.understudy.format.ImportResult;
import dev.understudy.server.heavy.Job;
import dev.understudy.server.heavy.WorkEnded;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.team.Accesses;
import dev.understudy.team.TeamAccess;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.springframework.stereotype.Component;

/// Makes environments of files: reads them in the workshop, while the thread that asks waits. Any thread may call it
/// but one with the lock of a session.
@Component
class Imports {

    /// What came of one file.
    sealed interface Result {

        String file();

        /// There is a new environment.
        ///
        /// @param repairs what was mended on the way
        record Imported(String file, EnvironmentId id, String name, int routes, List<Problem> repairs)
                implements Result {}

        /// There is none.
        ///
        /// @param sentence why, and what to do
        record Refused(String file, String sentence) implements Result {}
    }

    /// How often somebody who waits is asked whether they still want it.
    private static final Duration BEAT = Duration.ofMillis(500);

    private static final String GIVEN_UP = "It was given up, and nothing was created.";

    private final Accesses accesses;
    private final Environments environments;
    private final Assets assets;
    private final Workshop workshop;
    private final SecureRandom chance;

    Imports(Accesses accesses, Environments environments, Assets assets, Workshop workshop, SecureRandom chance) {
        this.assets = assets;
        this.accesses = accesses;
        this.environments = environments;
        this.workshop = workshop;
        this.chance = chance;
    }

    /// Reads the file and, if it is an environment, creates one of it.
    ///
    /// @throws dev.understudy.team.Forbidden if the reader may not create any
    Result run(TeamAccess team, String file, byte[] content) {
        return run(team, file, content, _ -> true);
    }

    /// The same for somebody who may lose interest.
    ///
    /// @param wanted told now and then how much is done before it; says whether to go on
    Result run(TeamAccess team, String file, byte[] content, IntPredicate wanted) {
        try {
            return made(team, file, read(team, content, wanted), () -> wanted.test(0));
        } catch (WorkEnded ended) {
            return new Result.Refused(file, ended.reason() == WorkEnded.Reason.GIVEN_UP ? GIVEN_UP : ended.sentence());
        }
    }

    private ImportResult read(TeamAccess team, byte[] content, IntPredicate wanted) {
        Job<ImportResult> job = workshop.submit(
                team.actor().user(),
                "The import",
                content.length,
                meter -> EnvironmentImport.read(content, chance, meter::spend));
        while (!job.await(BEAT)) {
            if (!wanted.test(job.ahead())) {
                job.giveUp();
            }
        }
        return job.get();
    }

    /// Being given up counts up to the last moment: what takes long may be the saving.
    private Result made(TeamAccess team, String file, ImportResult read, BooleanSupplier wanted) {
        Optional<TeamAccess> now = accesses.team(team.actor(), team.team());
        if (now.isEmpty()) {
            return new Result.Refused(file, "You are not in this team any more.");
        }
        return switch (read) {
            case ImportResult.Refused(String place, String message, var _) ->
                new Result.Refused(file, message + FilePlace.words(place));
            case ImportResult.Imported(Environment environment, List<Problem> problems, var files) ->
                Optional.of(now.get())
                        .filter(_ -> wanted.getAsBoolean())
                        .flatMap(access -> environments.importFrom(access, file, environment, wanted))
                        .map(id -> withFiles(team, id, files))
                        .<Result>map(id -> new Result.Imported(
                                file,
                                id,
                                environment.root().get(Schema.ENVIRONMENT_NAME),
                                routes(environment),
                                problems))
                        .orElseGet(() -> new Result.Refused(file, GIVEN_UP));
        };
    }

    private EnvironmentId withFiles(TeamAccess team, EnvironmentId id, Map<FileContent, byte[]> files) {
        if (!files.isEmpty()) {
            accesses.find(team.actor(), id)
                    .ifPresent(access -> files.forEach((content, bytes) -> assets.keep(access, content, bytes)));
        }
        return id;
    }

    private static int routes(Environment environment) {
        return Math.toIntExact(environment.nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE)
                .count());
    }
}

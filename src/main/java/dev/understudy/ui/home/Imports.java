package dev.understudy.ui.home;

import dev.understudy.collab.Environments;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.format.EnvironmentImport;
import dev.understudy.format.ImportResult;
import dev.understudy.team.Accesses;
import dev.understudy.team.TeamAccess;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes environments of files. Any thread may call it.
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

    private final Accesses accesses;
    private final Environments environments;
    private final SecureRandom chance;

    Imports(Accesses accesses, Environments environments, SecureRandom chance) {
        this.accesses = accesses;
        this.environments = environments;
        this.chance = chance;
    }

    /// Reads the file and, if it is an environment, creates one of it.
    ///
    /// @throws dev.understudy.team.Forbidden if the reader may not create any
    Result run(TeamAccess team, String file, byte[] content) {
        Optional<TeamAccess> now = accesses.team(team.actor(), team.team());
        if (now.isEmpty()) {
            return new Result.Refused(file, "You are not in this team any more.");
        }
        return switch (EnvironmentImport.read(content, chance)) {
            case ImportResult.Refused(String place, String message, var _) ->
                new Result.Refused(file, message + (place.isEmpty() ? "" : " (at " + place + ")"));
            case ImportResult.Imported(Environment environment, List<Problem> problems) ->
                new Result.Imported(
                        file,
                        environments.create(now.get(), environment),
                        environment.root().get(Schema.ENVIRONMENT_NAME),
                        routes(environment),
                        problems);
        };
    }

    private static int routes(Environment environment) {
        return Math.toIntExact(environment.nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE)
                .count());
    }
}

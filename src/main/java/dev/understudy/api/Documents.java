package dev.understudy.api;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.format.EnvironmentImport;
import dev.understudy.format.ImportResult;
import dev.understudy.format.MockoonImport;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;

/// Environments from the bodies of requests. Any thread may call it.
@Component
class Documents {

    /// An environment that can be stored, with what was mended on the way.
    record Read(Environment environment, List<Problem> problems) {}

    private final SecureRandom chance;

    Documents(SecureRandom chance) {
        this.chance = chance;
    }

    /// An environment of nothing but its settings.
    Read blank() {
        return new Read(Environment.of(Node.root(NodeId.random(chance))), List.of());
    }

    /// Reads an environment file of any version.
    ///
    /// @throws ApiProblem with the place if it is none, or with the limit if it is too large
    Read read(byte[] file) {
        return read(MockoonImport.read(file, chance));
    }

    /// Reads any file that an environment can be made of: one of those, or a description of an API.
    ///
    /// @throws ApiProblem with the place if it is none, or with the limit if it is too large
    Read make(byte[] file) {
        return read(EnvironmentImport.read(file, chance));
    }

    private static Read read(ImportResult result) {
        return switch (result) {
            case ImportResult.Imported(Environment environment, List<Problem> problems) ->
                new Read(environment, problems);
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

package dev.understudy.hosting;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.js.JsValue;
import dev.understudy.mock.MockFiles;
import dev.understudy.mock.MockWorld;
import dev.understudy.template.Budget;
import dev.understudy.template.Faker;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What the mocks of this server get to see of the world. Any thread may call it.
@Component
final class MockWorlds {

    private static final RandomGenerator RANDOM =
            () -> ThreadLocalRandom.current().nextLong();

    private final Clock clock;
    private final MockSettings settings;
    private final AssetFiles files;
    private final UnaryOperator<@Nullable String> operatorsVariables;

    @Autowired
    MockWorlds(MockSettings settings, ObjectProvider<AssetFiles> files) {
        this(Clock.systemUTC(), settings, files.getIfAvailable(() -> _ -> MockFiles.NONE), System::getenv);
    }

    MockWorlds(
            Clock clock, MockSettings settings, AssetFiles files, UnaryOperator<@Nullable String> operatorsVariables) {
        this.clock = clock;
        this.settings = settings;
        this.files = files;
        this.operatorsVariables = operatorsVariables;
    }

    /// The world of one environment's mock.
    ///
    /// @param variables those that it was lent
    MockWorld of(EnvironmentId environment, LentVariables variables) {
        return world(files.of(environment), variables);
    }

    /// The world of a mock with these files.
    MockWorld world(MockFiles own, LentVariables variables) {
        return new MockWorld(clock, RANDOM, new NoFaker(), variables::get, own, Optional.empty());
    }

    /// What the operator lends to one more mock.
    LentVariables lent() {
        return new LentVariables(settings.variablesPrefix(), operatorsVariables);
    }

    private static final class NoFaker implements Faker {

        @Override
        public boolean knows(String method) {
            return false;
        }

        @Override
        public Optional<JsValue> call(String method, List<JsValue> arguments, Budget budget) {
            return Optional.empty();
        }
    }
}

package dev.understudy.hosting;

import dev.understudy.asset.AssetFiles;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.hosting.admin.LentVariables;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockFiles;
import dev.understudy.mock.MockWorld;
import dev.understudy.template.Faker;
import dev.understudy.template.faker.LocaleFaker;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What the mocks of this server get to see of the world. Any thread may call it.
@Component
final class MockWorlds {

    private static final RandomGenerator RANDOM =
            () -> ThreadLocalRandom.current().nextLong();

    private final Clock clock;
    private final MockSettings settings;
    private final Function<EnvironmentId, MockFiles> files;
    private final UnaryOperator<@Nullable String> operatorsVariables;

    @Autowired
    MockWorlds(MockSettings settings, AssetFiles assets) {
        this(Clock.systemUTC(), settings, environment -> new EnvironmentFiles(assets, environment), System::getenv);
    }

    MockWorlds(
            Clock clock,
            MockSettings settings,
            Function<EnvironmentId, MockFiles> files,
            UnaryOperator<@Nullable String> operatorsVariables) {
        this.clock = clock;
        this.settings = settings;
        this.files = files;
        this.operatorsVariables = operatorsVariables;
    }

    /// The mock of an environment, in its world.
    HostedMock host(CompiledMock first, EnvironmentId environment, Backstage backstage) {
        return host(first, files(environment), backstage);
    }

    /// A mock with these files.
    HostedMock host(CompiledMock first, MockFiles own, Backstage backstage) {
        LentVariables variables = new LentVariables(settings.variablesPrefix(), operatorsVariables);
        return new HostedMock(first, world(own, variables), variables, backstage);
    }

    /// The files of one environment.
    MockFiles files(EnvironmentId environment) {
        return files.apply(environment);
    }

    MockWorld world(MockFiles own, LentVariables variables) {
        return new MockWorld(clock, RANDOM, faker(), variables::get, own, Optional.empty());
    }

    private Faker faker() {
        RandomGenerator random =
                settings.fakerSeed().<RandomGenerator>map(Random::new).orElse(RANDOM);
        return new LocaleFaker(settings.fakerLocale(), random, clock);
    }
}

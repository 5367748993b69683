package dev.understudy.hosting.runtime;

import dev.understudy.asset.AssetFiles;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.hosting.admin.LentVariables;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.state.MockFiles;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.state.MockWorld;
import dev.understudy.template.faker.LocaleFaker;
import dev.understudy.template.scope.Faker;
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
public final class MockWorlds {

    private static final RandomGenerator RANDOM =
            () -> ThreadLocalRandom.current().nextLong();

    private final Clock clock;
    private final MockSettings settings;
    private final Function<EnvironmentId, MockFiles> files;
    private final UnaryOperator<@Nullable String> operatorsVariables;

    @Autowired
    public MockWorlds(MockSettings settings, AssetFiles assets) {
        this(
                Clock.systemUTC(),
                settings,
                environment -> new EnvironmentFiles(assets, environment, FileIndex.NONE),
                System::getenv);
    }

    public MockWorlds(
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
    ///
    /// @param memory what it may hold; it is closed with the mock
    public MockRuntime host(
            CompiledMock first, EnvironmentId environment, MemoryBudget memory, HostingResources resources) {
        return host(first, files.apply(environment), memory, resources);
    }

    /// A mock with these files.
    public MockRuntime host(CompiledMock first, MockFiles own, MemoryBudget memory, HostingResources resources) {
        LentVariables variables = new LentVariables(settings.variablesPrefix(), operatorsVariables, memory);
        return new MockRuntime(first, world(own, variables, memory), variables, resources);
    }

    /// What a mock of an environment remembers that has just started, and that nobody else asks.
    public MockState state(EnvironmentId environment, MemoryBudget memory) {
        LentVariables variables = new LentVariables(settings.variablesPrefix(), operatorsVariables, memory);
        return new MockState(world(files.apply(environment), variables, memory));
    }

    /// The files of one environment, as this state of it has them.
    public MockFiles files(EnvironmentId environment, Environment document) {
        return files.apply(environment).at(FileIndex.of(document));
    }

    MockWorld world(MockFiles own, LentVariables variables, MemoryBudget memory) {
        return new MockWorld(clock, RANDOM, faker(), variables::get, own, Optional.empty(), memory);
    }

    private Faker faker() {
        RandomGenerator random =
                settings.fakerSeed().<RandomGenerator>map(Random::new).orElse(RANDOM);
        return new LocaleFaker(settings.fakerLocale(), random, clock);
    }
}

package dev.understudy.hosting.runtime;

import dev.understudy.asset.AssetFiles;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.hosting.admin.LentVariables;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.exchange.MockOutcome;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.state.MockFiles;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/// Worlds for mocks that need nothing special.
public final class TestWorlds {

    private static final MockSettings SETTINGS = new MockSettings("127.0.0.0/8", "ACME_", "en", "", true);
    private static final Map<String, String> VARIABLES = Map.of("ACME_LENT", "lent", "SECRET", "secret");

    private TestWorlds() {}

    public static MockWorlds plain() {
        return new MockWorlds(Clock.systemUTC(), SETTINGS, _ -> MockFiles.NONE, VARIABLES::get);
    }

    /// With the files of environments.
    public static MockWorlds withFiles(AssetFiles files) {
        return new MockWorlds(
                Clock.systemUTC(),
                SETTINGS,
                environment -> new EnvironmentFiles(files, environment, FileIndex.NONE),
                VARIABLES::get);
    }

    /// Mocks may call this machine.
    public static HostingResources resources() {
        return resources(MockMemory.ofThisProcess());
    }

    public static HostingResources resources(MockMemory memory) {
        return HostingResources.of(SETTINGS, memory, MockHost.ANY);
    }

    /// Mocks are reached by a name of their own.
    public static HostingResources resources(String host, String application) {
        return HostingResources.of(SETTINGS, MockHost.of(host, () -> application));
    }

    public static MockRuntime hosted(CompiledMock mock, HostingResources resources) {
        return plain().host(mock, MockFiles.NONE, memory(), resources);
    }

    public static MockRuntime hosted(CompiledMock mock, MemoryBudget memory, HostingResources resources) {
        return plain().host(mock, MockFiles.NONE, memory, resources);
    }

    private static MemoryBudget memory() {
        return MemoryBudget.of(Long.MAX_VALUE, "full");
    }

    /// A mock that is a function.
    public static MockRuntime playing(Function<MockRequest, MockOutcome> mock, HostingResources resources) {
        LentVariables variables = new LentVariables("ACME_", VARIABLES::get, memory());
        return new MockRuntime(
                new MockFixture().compile(), plain().world(MockFiles.NONE, variables, memory()), variables, resources) {
            @Override
            public MockOutcome begin(MockRequest request) {
                return mock.apply(request);
            }
        };
    }
}

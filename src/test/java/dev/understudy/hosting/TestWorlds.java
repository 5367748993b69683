package dev.understudy.hosting;

import dev.understudy.hosting.admin.LentVariables;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockFiles;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.MockRequest;
import dev.understudy.mock.Outcome;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/// Worlds for mocks that need nothing special.
final class TestWorlds {

    private static final MockSettings SETTINGS = new MockSettings("127.0.0.0/8", "ACME_", "en", "", true);
    private static final Map<String, String> VARIABLES = Map.of("ACME_LENT", "lent", "SECRET", "secret");

    private TestWorlds() {}

    static MockWorlds plain() {
        return new MockWorlds(Clock.systemUTC(), SETTINGS, _ -> MockFiles.NONE, VARIABLES::get);
    }

    /// Mocks may call this machine.
    static Backstage backstage() {
        return Backstage.of(SETTINGS);
    }

    static HostedMock hosted(CompiledMock mock, Backstage backstage) {
        return plain().host(mock, MockFiles.NONE, backstage);
    }

    /// A mock that is a function.
    static HostedMock playing(Function<MockRequest, Outcome> mock, Backstage backstage) {
        LentVariables variables = new LentVariables("ACME_", VARIABLES::get);
        return new HostedMock(
                new MockFixture().compile(), plain().world(MockFiles.NONE, variables), variables, backstage) {
            @Override
            Outcome begin(MockRequest request) {
                return mock.apply(request);
            }
        };
    }
}

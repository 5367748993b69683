package dev.understudy.hosting;

import dev.understudy.hosting.outbound.OutboundGuard;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockFiles;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.MockRequest;
import dev.understudy.mock.MockWorld;
import dev.understudy.mock.Outcome;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Worlds for mocks that need nothing special.
final class TestWorlds {

    private TestWorlds() {}

    static MockWorlds plain() {
        return new MockWorlds(
                Clock.systemUTC(), new MockSettings("", "MOCKOON_"), _ -> MockFiles.NONE, TestWorlds::nothing);
    }

    /// Mocks may call this machine.
    static Backstage backstage() {
        return Backstage.of(new OutboundGuard("127.0.0.0/8"));
    }

    static MockWorld world() {
        MockWorlds worlds = plain();
        return worlds.world(MockFiles.NONE, worlds.lent());
    }

    static HostedMock hosted(CompiledMock mock, Backstage backstage) {
        return backstage.host(mock, world());
    }

    /// A mock that is a function.
    static HostedMock playing(Function<MockRequest, Outcome> mock, Backstage backstage) {
        return new HostedMock(
                new MockFixture().compile(),
                world(),
                backstage.heavy().share(),
                backstage.outbound().line(),
                backstage.requests()) {
            @Override
            Outcome begin(MockRequest request) {
                return mock.apply(request);
            }
        };
    }

    private static @Nullable String nothing(@Nullable String name) {
        return null;
    }
}

package dev.understudy.hosting;

import dev.understudy.js.JsValue;
import dev.understudy.mock.MockFiles;
import dev.understudy.mock.MockWorld;
import dev.understudy.template.Budget;
import dev.understudy.template.Faker;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What the mocks of this server get to see of the world.
final class MockWorlds {

    private MockWorlds() {}

    /// A world without made-up data, files and variables.
    static MockWorld plain() {
        return new MockWorld(
                Clock.systemUTC(),
                new SecureRandom(),
                new NoFaker(),
                _ -> Optional.empty(),
                MockFiles.NONE,
                Optional.empty());
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

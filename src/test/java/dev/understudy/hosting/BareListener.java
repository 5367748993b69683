package dev.understudy.hosting;

import dev.understudy.environment.Environment;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.Forward;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFiles;
import dev.understudy.mock.MockResponse;
import dev.understudy.mock.MockState;
import dev.understudy.mock.MockWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// A listener for one environment that never changes, without rooms and without a database.
public final class BareListener implements AutoCloseable {

    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private final WireServer.Binding binding;

    /// Starts to answer on a free port.
    ///
    /// @param folder where the files are that responses send
    public BareListener(Environment environment, Path folder) throws IOException {
        MockWorld plain = MockWorlds.plain();
        MockWorld world = new MockWorld(
                plain.clock(),
                plain.random(),
                plain.faker(),
                name -> Optional.ofNullable(System.getenv(name)),
                new Folder(folder),
                Optional.empty());
        CompiledMock mock = MockCompiler.compile(environment).mock();
        MockState state = new MockState(world);
        state.load(mock);
        binding = server.bind(InetAddress.getLoopbackAddress(), 0, request -> switch (mock.respond(request, state)) {
            case MockResponse response -> response;
            case Forward forward -> forward.failed("nothing is forwarded here");
        });
    }

    public int port() {
        return binding.port();
    }

    @Override
    public void close() {
        binding.close();
        server.close();
    }

    private record Folder(Path root) implements MockFiles {

        @Override
        public Optional<byte[]> read(String path) {
            try {
                return contains(path) ? Optional.of(Files.readAllBytes(root.resolve(path))) : Optional.empty();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public boolean contains(String path) {
            return Files.isRegularFile(root.resolve(path));
        }
    }
}

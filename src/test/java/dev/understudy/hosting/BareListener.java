package dev.understudy.hosting;

import dev.understudy.environment.Environment;
import dev.understudy.hosting.outbound.OutboundGuard;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// A listener for one environment that never changes, without rooms and without a database. Its mock may reach this
/// machine.
public final class BareListener implements AutoCloseable {

    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private final Backstage backstage = Backstage.of(new OutboundGuard("127.0.0.0/8,::1"));
    private final HostedMock hosted;
    private final WireServer.Binding binding;

    /// Starts to answer on a free port.
    ///
    /// @param folder where the files are that responses send
    public BareListener(Environment environment, Path folder) throws IOException {
        MockFiles files = new Folder(folder);
        MockWorlds worlds =
                new MockWorlds(Clock.systemUTC(), new MockSettings("", "MOCKOON_"), _ -> files, System::getenv);
        hosted = backstage.host(MockCompiler.compile(environment).mock(), worlds.world(files, worlds.lent()));
        binding = server.bind(InetAddress.getLoopbackAddress(), 0, hosted);
    }

    public int port() {
        return binding.port();
    }

    @Override
    public void close() {
        binding.close();
        hosted.close();
        server.close();
        backstage.close();
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

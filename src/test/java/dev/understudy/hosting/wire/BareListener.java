package dev.understudy.hosting.wire;

import dev.understudy.environment.Environment;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockHost;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.MockSettings;
import dev.understudy.hosting.runtime.MockWorlds;
import dev.understudy.hosting.tls.TlsContexts;
import dev.understudy.hosting.tls.TlsFailure;
import dev.understudy.hosting.tls.TlsSettings;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.state.MockFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A listener for one environment that never changes, without rooms and without a database. Its mock may reach this
/// machine, and its admin API is open to the token `compat`.
public final class BareListener implements AutoCloseable {

    private static final MockSettings SETTINGS = new MockSettings("127.0.0.0/8,::1", "MOCKOON_", "en", "", true);

    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private final HostingResources resources = HostingResources.of(SETTINGS, MockHost.ANY);
    private final MockRuntime hosted;
    private final WireServer.Binding binding;

    /// Starts to answer on a free port.
    ///
    /// @param folder where the files are that responses send
    public BareListener(Environment environment, Path folder) throws IOException {
        this(environment, folder, false);
    }

    /// @param secure whether to speak TLS, as the environment says
    public BareListener(Environment environment, Path folder, boolean secure) throws IOException {
        MockFiles files = new Folder(folder);
        MockWorlds worlds = new MockWorlds(
                Clock.systemUTC(),
                SETTINGS,
                _ -> files,
                name -> name.equals("MOCKOON_COMPAT") ? "a value of the operator" : null);
        hosted = worlds.host(
                MockCompiler.compile(environment).mock(), files, MemoryBudget.of(Long.MAX_VALUE, ""), resources);
        hosted.admit(Optional.of(AdminToken.ofSecret("compat")));
        binding = server.bind(
                InetAddress.getLoopbackAddress(), 0, hosted, secure ? tls(environment, files) : Optional.empty());
    }

    private static Optional<SSLContext> tls(Environment environment, MockFiles files) throws IOException {
        try {
            return Optional.of(
                    TlsContexts.of(TlsSettings.of(environment.root()), files, List.of("localhost"), Clock.systemUTC()));
        } catch (TlsFailure failure) {
            throw new IOException(failure);
        }
    }

    public int port() {
        return binding.port();
    }

    @Override
    public void close() {
        binding.close();
        hosted.close();
        server.close();
        resources.close();
    }

    /// A path that leads out of the folder of the environment is looked for beside it, as the reference does.
    private record Folder(Path root) implements MockFiles {

        @Override
        public Optional<byte[]> read(String path) {
            try {
                return contains(path) ? Optional.of(Files.readAllBytes(file(path))) : Optional.empty();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public boolean contains(String path) {
            return Files.isRegularFile(file(path));
        }

        private Path file(String path) {
            Path inside = root.resolve(path);
            return Files.isRegularFile(inside) ? inside : root.resolveSibling(path);
        }
    }
}

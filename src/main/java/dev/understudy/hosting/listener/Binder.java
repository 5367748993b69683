package dev.understudy.hosting.listener;

import dev.understudy.hosting.runtime.RecompilingMock;
import dev.understudy.hosting.tls.TlsContexts;
import dev.understudy.hosting.tls.TlsFailure;
import dev.understudy.hosting.tls.TlsSettings;
import dev.understudy.hosting.wire.WireServer;
import dev.understudy.mock.state.MockFiles;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/// Finds a mock a place to answer at: a port, with TLS if its environment wants it. Any thread may call it.
final class Binder {

    /// What came of it.
    sealed interface Bound {

        /// It answers.
        ///
        /// @param tls what it was bound with
        /// @param taken the ports that were tried before and that somebody else had
        record At(WireServer.Binding binding, TlsSettings tls, Set<Integer> taken) implements Bound {}

        /// It could not be bound.
        ///
        /// @param reason one or two sentences for people
        record Nowhere(String reason) implements Bound {}
    }

    private final WireServer wire;
    private final ListenerSettings settings;
    private final Clock clock;

    Binder(WireServer wire, ListenerSettings settings, Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.clock = clock;
    }

    /// Takes the first of the ports that can be had.
    ///
    /// @param files where certificates are
    Bound bind(List<Integer> ports, RecompilingMock mock, MockFiles files) {
        TlsSettings tls = TlsSettings.of(mock.environment().root());
        Optional<SSLContext> context;
        try {
            context = tls.enabled()
                    ? Optional.of(TlsContexts.of(tls, files, List.of(settings.host()), clock))
                    : Optional.empty();
        } catch (TlsFailure failure) {
            return new Bound.Nowhere(String.valueOf(failure.getMessage()));
        }
        String reason = "";
        Set<Integer> taken = new HashSet<>();
        for (int port : ports) {
            try {
                return new Bound.At(
                        wire.bind(settings.address(), port, mock.hosted(), context), tls, Set.copyOf(taken));
            } catch (IOException failure) {
                if (PortChoice.isTaken(failure)) {
                    taken.add(port);
                }
                reason = PortChoice.explain(port, settings.ports(), failure);
            }
        }
        return new Bound.Nowhere(ports.size() == 1 ? reason : PortChoice.noneFree(settings.ports()));
    }
}

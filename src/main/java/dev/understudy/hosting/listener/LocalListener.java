package dev.understudy.hosting.listener;

import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.runtime.RecompilingMock;
import dev.understudy.hosting.tls.TlsSettings;
import dev.understudy.hosting.wire.WireServer;
import dev.understudy.team.Branch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A listener that runs in this process.
///
/// @param tls what it was opened with
/// @param taken the ports that were tried when it started and that somebody else had
record LocalListener(
        Branch branch, RecompilingMock mock, TlsSettings tls, WireServer.Binding binding, Set<Integer> taken)
        implements AutoCloseable {

    int port() {
        return binding.port();
    }

    boolean isSecure() {
        return tls.enabled();
    }

    /// What its authors should know about it, beside what they should know about its mock.
    List<Problem> problems() {
        Node root = mock.environment().root();
        TlsSettings wanted = TlsSettings.of(root);
        if (wanted.equals(tls) || (!wanted.enabled() && !tls.enabled())) {
            return List.of();
        }
        return List.of(new Problem(
                Problem.Severity.WARNING,
                "",
                Optional.of(root.id()),
                Schema.ENVIRONMENT_TLS.key(),
                "The mock runs with the TLS settings it was started with. Stop and start it to use these."));
    }

    /// The same mock, at another place; the old one is still to be closed.
    LocalListener at(WireServer.Binding other, TlsSettings otherTls) {
        return new LocalListener(branch, mock, otherTls, other, taken);
    }

    @Override
    public void close() {
        binding.close();
        mock.close();
    }
}

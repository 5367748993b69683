package dev.understudy.hosting;

import dev.understudy.environment.EnvironmentId;

/// A listener that runs in this process.
record LocalListener(EnvironmentId environment, LiveMock mock, WireServer.Binding binding) implements AutoCloseable {

    int port() {
        return binding.port();
    }

    /// The same mock, at another place; the old one is still to be closed.
    LocalListener at(WireServer.Binding other) {
        return new LocalListener(environment, mock, other);
    }

    @Override
    public void close() {
        binding.close();
        mock.close();
    }
}

package dev.understudy.collab;

import dev.understudy.server.TestPorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;

/// One of the scripts of `bench/peers`, as a process of its own.
record LoadPeer(Process process, int port) implements AutoCloseable {

    /// Returns when it takes connections.
    static LoadPeer start(String script, Map<String, String> settings) throws IOException {
        int port = TestPorts.takeFree();
        ProcessBuilder builder = new ProcessBuilder("node", "bench/peers/" + script, Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(settings);
        Process process = builder.start();
        BufferedReader out = process.inputReader();
        if (!"ready".equals(out.readLine())) {
            throw new IllegalStateException(script + " did not start");
        }
        return new LoadPeer(process, port);
    }

    LoadTarget target(String name, String path) {
        return new LoadTarget(name, port, process.pid(), path, "", () -> 0);
    }

    @Override
    public void close() {
        process.destroy();
    }
}

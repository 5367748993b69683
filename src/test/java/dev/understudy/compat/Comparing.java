package dev.understudy.compat;

import dev.understudy.hosting.BareListener;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the reference with our engine over a number of files.
final class Comparing {

    /// The reference serves that many files in one process.
    private static final int BATCH = 12;

    private Comparing() {}

    static List<Outcome> compare(List<Prepared> files) throws IOException, InterruptedException {
        Path script = Reference.install();
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < files.size(); from += BATCH) {
            List<Prepared> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            List<Integer> ports = freePorts(batch.size());
            try (Reference reference =
                    Reference.start(script, batch.stream().map(Prepared::file).toList(), ports)) {
                for (int at = 0; at < batch.size(); at++) {
                    if (reference.serves(ports.get(at))) {
                        outcomes.add(compare(batch.get(at), ports.get(at)));
                    } else {
                        System.out.println(
                                "The reference does not serve " + batch.get(at).name());
                    }
                }
            }
        }
        return outcomes;
    }

    private static Outcome compare(Prepared file, int referencePort) throws IOException {
        List<Outcome.Difference> differences = new ArrayList<>();
        try (BareListener ours =
                new BareListener(file.environment(), file.file().getParent())) {
            Path folder = file.file().getParent();
            for (Ask ask : file.asks()) {
                Told expected =
                        Told.by(referencePort, ask).without(folder + "/").without(folder.getParent() + "/");
                Told found = Told.by(ours.port(), ask);
                Optional<String> kind = Verdict.difference(expected, found, file.random());
                kind.ifPresent(text -> differences.add(new Outcome.Difference(ask, text, expected, found)));
            }
        }
        return new Outcome(file.name(), file.asks().size(), differences);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            ServerSocket socket = new ServerSocket(0);
            sockets.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}

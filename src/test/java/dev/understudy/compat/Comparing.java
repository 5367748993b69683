package dev.understudy.compat;

import dev.understudy.hosting.wire.BareListener;
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

    static List<Outcome> compare(List<Prepared> files, Elsewhere elsewhere) throws IOException, InterruptedException {
        Path script = Reference.install();
        List<Outcome> outcomes = new ArrayList<>();
        for (boolean secure : new boolean[] {false, true}) {
            List<Prepared> alike =
                    files.stream().filter(file -> file.secure() == secure).toList();
            compare(alike, secure, script, elsewhere, outcomes);
        }
        return outcomes;
    }

    private static void compare(
            List<Prepared> files, boolean secure, Path script, Elsewhere elsewhere, List<Outcome> outcomes)
            throws IOException, InterruptedException {
        for (int from = 0; from < files.size(); from += BATCH) {
            List<Prepared> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            List<Integer> ports = freePorts(batch.size());
            try (Reference reference =
                    Reference.start(script, batch.stream().map(Prepared::file).toList(), ports, secure)) {
                for (int at = 0; at < batch.size(); at++) {
                    if (reference.serves(ports.get(at))) {
                        outcomes.add(compare(batch.get(at), ports.get(at), elsewhere));
                    } else {
                        System.out.println(
                                "The reference does not serve " + batch.get(at).name());
                    }
                }
            }
        }
    }

    private static Outcome compare(Prepared file, int referencePort, Elsewhere elsewhere) throws IOException {
        List<Outcome.Difference> differences = new ArrayList<>();
        try (BareListener ours =
                new BareListener(file.environment(), file.file().getParent(), file.secure())) {
            Path folder = file.file().getParent();
            for (Ask ask : file.asks()) {
                Told expected = told(new Door(referencePort, file.secure()), ask, file, elsewhere, 0)
                        .without(folder + "/")
                        .without(folder.getParent() + "/");
                Told found = told(new Door(ours.port(), file.secure()), ask, file, elsewhere, expected.calls());
                Optional<String> kind = Verdict.difference(expected, found, file.random());
                kind.ifPresent(text -> differences.add(new Outcome.Difference(ask, text, expected, found)));
            }
        }
        return new Outcome(file.name(), file.asks().size(), differences);
    }

    private static Told told(Door door, Ask ask, Prepared file, Elsewhere elsewhere, int calls) throws IOException {
        Told told = Asking.ask(door, ask);
        if (!file.calls()) {
            return told;
        }
        return told.and(elsewhere.told(calls).stream()
                .map(call -> call.replace(":" + door.port(), ":PORT"))
                .toList());
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

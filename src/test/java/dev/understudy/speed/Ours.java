package dev.understudy.speed;

import dev.understudy.format.ImportResult;
import dev.understudy.format.MockoonImport;
import dev.understudy.hosting.wire.BareListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Serves an environment file in a process of its own, and prints the port.
final class Ours {

    private Ours() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        if (!(MockoonImport.read(Files.readAllBytes(file), new Random(1)) instanceof ImportResult.Imported imported)) {
            throw new IllegalArgumentException("Not an environment: " + file);
        }
        try (BareListener listener = new BareListener(imported.environment(), file.getParent())) {
            System.out.println("port " + listener.port());
            Thread.currentThread().join();
        }
    }
}

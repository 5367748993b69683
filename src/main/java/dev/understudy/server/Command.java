package dev.understudy.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A finished command of the operating system.
///
/// @param output what it printed, both streams together
record Command(int exit, String output) {

    /// Far more than any of our commands takes; a command that takes longer is ended.
    private static final int LIMIT_SECONDS = 120;

    /// Runs the command, with the prefix before it, to its end.
    ///
    /// @throws IOException if the program does not exist
    static Command run(List<String> prefix, List<String> command) throws IOException {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        var builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        var process = builder.start();
        process.getOutputStream().close();
        var reader = Thread.ofVirtual().start(() -> closeAtLimit(process));
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Command(process.waitFor(), text);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(
                    new IOException("interrupted while running " + command.getFirst(), interrupted));
        } finally {
            reader.interrupt();
        }
    }

    boolean succeeded() {
        return exit == 0;
    }

    private static void closeAtLimit(Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        }
    }
}

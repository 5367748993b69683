package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("O2 of two processes that unpack the programs at the same time the faster one's are used by both")
    void anotherWasFaster() throws Exception {
        Path name = PostgresBinaries.unpackedIn(TestPostgres.PROGRAMS).getFileName();
        CompletableFuture<Path> unpacked = CompletableFuture.supplyAsync(() -> {
            try {
                return PostgresBinaries.unpackedIn(folder);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        });
        await().until(() -> !files().isEmpty());
        Path others = Files.createDirectories(folder.resolve(name).resolve("bin"));
        assertThat(unpacked.get(60, TimeUnit.SECONDS)).isEqualTo(folder.resolve(name));
        assertThat(others).isDirectory().isEmptyDirectory();
        assertThat(files()).containsExactly(folder.resolve(name));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}

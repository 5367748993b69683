package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    @Test
    @DisplayName("O58 bin/run and the image start with what Java learnt from a start")
    void used() throws Exception {
        assertThat(Files.readString(Path.of("bin/tools.sh")))
                .contains("-XX:AOTCacheOutput=\"$CACHE\"")
                .contains("-XX:AOTCache=\"$CACHE\"");
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("-XX:AOTCacheOutput=cache/understudy.aot")
                .containsPattern("ENTRYPOINT .*\"-XX:AOTCache=/opt/understudy/cache/understudy.aot\"");
    }

    @Test
    @DisplayName("O58 what Java learnt and can't use is told in the log, and Java starts without it")
    void refused(@TempDir Path folder) throws Exception {
        Path cache = Files.writeString(folder.resolve("app.aot"), "of another Java");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:AOTCache=" + cache,
                        "--version")
                .redirectErrorStream(true)
                .start();
        String log = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).isZero();
        assertThat(log).containsIgnoringCase("aot").contains("Runtime Environment");
    }
}

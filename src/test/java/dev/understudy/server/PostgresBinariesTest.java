package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz"
    })
    @DisplayName("O2 each machine has its own programs")
    void eachMachineHasItsOwnPrograms(String system, String architecture, String archive) {
        assertThat(PostgresBinaries.archiveName(system, architecture)).isEqualTo(archive);
    }

    @Test
    @DisplayName("O10 a build without programs for this machine says which settings to use")
    void missingProgramsAreTold(@TempDir Path folder) {
        assertThatThrownBy(() -> PostgresBinaries.unpackedIn(folder, "postgres-plan9-mips.txz"))
                .isInstanceOf(CannotStart.class)
                .satisfies(
                        refused -> assertThat(((CannotStart) refused).remedy()).contains("SPRING_DATASOURCE_URL"));
    }
}

package dev.understudy.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    @DisplayName("O53 rows go in after those that they refer to")
    void order() {
        assertThat(Table.inOrder(Map.of(
                        "a", Set.of("c"), "b", Set.of("a", "d"), "c", Set.of(), "d", Set.of("c"), "e", Set.of())))
                .containsExactly("c", "e", "a", "d", "b");
    }

    @Test
    @DisplayName("O53 tables that refer to one another are no case yet, and are not passed over")
    void circle() {
        assertThatThrownBy(() -> Table.inOrder(Map.of("a", Set.of("b"), "b", Set.of("a"))))
                .hasMessageContaining("[a, b]");
    }

    @Test
    @DisplayName("O53 names of tables and columns are never read as anything else")
    void names() {
        assertThat(new Table("a\"b", List.of("c", "d")).copyIn())
                .isEqualTo("copy \"a\"\"b\" (\"c\", \"d\") from stdin");
    }
}

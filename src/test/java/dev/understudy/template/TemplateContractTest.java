package dev.understudy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("T1 to T26: templates render as the tables say")
class TemplateContractTest {

    static List<Table.Row> rows() {
        return Stream.of("contract.txt", "helpers.txt", "malformed.txt")
                .flatMap(file -> Table.read(file).stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rendersAsTheTableSays(Table.Row row) {
        assertThat(Table.outcome(row.template(), World.of(row.given()))).isEqualTo(row.expected());
    }
}

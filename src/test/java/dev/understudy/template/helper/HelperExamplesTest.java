package dev.understudy.template.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.template.Table;
import dev.understudy.template.World;
import dev.understudy.template.helper.registry.Helpers;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelperExamplesTest {

    static List<Table.Row> examples() {
        return Table.read("examples.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    @DisplayName("T19: a helper does what its example says")
    void doesWhatItsExampleSays(Table.Row example) {
        assumeTrue(Helpers.find(example.title()).isPresent());
        assertThat(example.template()).contains(example.title());
        assertThat(Table.outcome(example.template(), World.of(example.given()))).isEqualTo(example.expected());
    }

    @Test
    @DisplayName("T19: every helper has an example")
    void everyHelperHasAnExample() {
        var withExample = new TreeSet<String>();
        examples().forEach(example -> withExample.add(example.title()));
        assertThat(withExample).containsAll(Helpers.names());
    }
}

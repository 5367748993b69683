package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportResultsTest {

    private final ImportResults results = new ImportResults();

    @Test
    @DisplayName("U13 the newest three results are seen, older ones are folded")
    void folded() {
        for (int file = 1; file <= 8; file++) {
            results.add(new Imports.Result.Refused(file + ".json", "No."));
        }
        assertThat(seen()).extracting(text -> text.substring(0, 6)).containsExactly("8.json", "7.json", "6.json");
        NativeDetails more = results.getChildren()
                .filter(NativeDetails.class::isInstance)
                .map(NativeDetails.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(more.getSummaryText()).isEqualTo("and 5 more");
        assertThat(more.getElement().getTextRecursively()).contains("1.json", "5.json");
    }

    @Test
    @DisplayName("U13 all results are put away at once")
    void allAway() {
        results.add(new Imports.Result.Refused("a.json", "No."));
        assertThat(buttons()).as("one has a button of its own").isEmpty();
        results.add(new Imports.Result.Refused("b.json", "No."));
        assertThat(buttons()).hasSize(1);
        buttons().getFirst().click();
        assertThat(results.getChildren()).isEmpty();
    }

    private List<String> seen() {
        return results.getChildren()
                .filter(child -> child.hasClassName("import-result"))
                .map(child -> child.getElement().getTextRecursively())
                .toList();
    }

    private List<Button> buttons() {
        return results.getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }
}

package dev.understudy.ui.editor.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.editor.field.ChoiceBox;
import dev.understudy.ui.editor.field.LiveText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RulesPaneIT extends EditorFixture {

    private static final NodeId FIRST = Sample.id(91);
    private static final NodeId SECOND = Sample.id(92);

    @Test
    @DisplayName("U75 a rule that somebody adds is a row for everybody, and the tab counts it")
    void adding() {
        BrowserlessUIContext bens = open(ben, Sample.LIST_FOUND);
        openTab(bens, "Rules");
        assertThat(text(bens, RulesPane.class)).contains("No rules.");
        press(bens, "Add rule");
        addRule(FIRST, Map.of());
        eventually(bens, () -> {
            assertThat(bens.find(RuleRow.class).all()).hasSize(2);
            assertThat(text(bens, Pages.class)).contains("Rules2");
        });
        assertThat(rules()).hasSize(2);
    }

    @Test
    @DisplayName("U75 boxes that target or operator do not use are not shown, and keep what is in them")
    void unusedBoxes() {
        addRule(FIRST, Map.of(Schema.RULE_MODIFIER, "id", Schema.RULE_VALUE, "7"));
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        openTab(window, "Rules");
        assertThat(texts(window, Schema.RULE_MODIFIER)).containsExactly("id");
        choose(window, Schema.RULE_TARGET, RuleTarget.METHOD);
        choose(window, Schema.RULE_OPERATOR, RuleOperator.NULL);
        assertThat(texts(window, Schema.RULE_MODIFIER)).isEmpty();
        assertThat(texts(window, Schema.RULE_VALUE)).isEmpty();
        assertThat(rules().getFirst().get(Schema.RULE_MODIFIER)).isEqualTo("id");
        choose(window, Schema.RULE_TARGET, RuleTarget.QUERY);
        choose(window, Schema.RULE_OPERATOR, RuleOperator.REGEX);
        assertThat(texts(window, Schema.RULE_MODIFIER)).containsExactly("id");
        assertThat(texts(window, Schema.RULE_VALUE)).containsExactly("7");
    }

    @Test
    @DisplayName("U75 each target and each operator is offered in words and says what may stand beside it")
    void everyTarget() {
        addRule(FIRST, Map.of());
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        openTab(window, "Rules");
        ChoiceBox<RuleTarget> targets =
                choices(window, Schema.RULE_TARGET).getFirst().box();
        assertThat(targets.offered()).containsExactlyInAnyOrder(RuleTarget.values());
        assertThat(choices(window, Schema.RULE_OPERATOR).getFirst().box().offered())
                .containsExactlyInAnyOrder(RuleOperator.values());
        LiveText value = window.find(LiveText.class)
                .withAttribute("data-field", "value")
                .all()
                .getFirst();
        for (RuleTarget target : RuleTarget.values()) {
            choose(window, Schema.RULE_TARGET, target);
            assertThat(targets.words(target)).doesNotContain("_");
            assertThat(value.box().getPlaceholder()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("U75 rules are moved, by dragging one onto another or by a step, and stay the same rows")
    void order() {
        addRule(FIRST, Map.of(Schema.RULE_VALUE, "1"));
        addRule(SECOND, Map.of(Schema.RULE_VALUE, "2"));
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        openTab(window, "Rules");
        List<RuleRow> before = window.find(RuleRow.class).all();
        submit(ana, new Edit.Move(FIRST, Sample.LIST_FOUND, Optional.empty()));
        eventually(window, () -> assertThat(texts(window, Schema.RULE_VALUE)).containsExactly("2", "1"));
        assertThat(window.find(RuleRow.class).all()).containsExactlyElementsOf(before.reversed());
    }

    @Test
    @DisplayName("U76 who answers is chosen at the responses; where that does not ask rules, they say so")
    void modes() {
        addRule(FIRST, Map.of());
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        openTab(window, "Rules");
        assertThat(text(window, RulesPane.class)).contains("This response answers if");
        choose(window, Schema.ROUTE_RESPONSE_MODE, ResponseMode.SEQUENTIAL);
        assertThat(text(window, RulesPane.class)).contains("Rules are not asked now");
        choose(window, Schema.ROUTE_RESPONSE_MODE, ResponseMode.FALLBACK);
        assertThat(text(window, RulesPane.class)).doesNotContain("not asked");
        assertThat(document().get(Sample.LIST).get(Schema.ROUTE_RESPONSE_MODE)).isEqualTo(ResponseMode.FALLBACK);
    }

    @Test
    @DisplayName("U77 the address of a rule opens the rules of its response")
    void address() {
        addRule(FIRST, Map.of(Schema.RULE_VALUE, "7"));
        BrowserlessUIContext window = open(ben, FIRST);
        assertThat(texts(window, Schema.RULE_VALUE)).containsExactly("7");
    }

    @Test
    @DisplayName("U50 a viewer reads the rules and is offered nothing that changes them")
    void viewer() {
        addRule(FIRST, Map.of());
        BrowserlessUIContext window = open(member("Lea", Role.VIEWER), FIRST);
        assertThat(choices(window, Schema.RULE_TARGET).getFirst().box().isReadOnly())
                .isTrue();
        assertThat(buttons(window)).doesNotContain("Add rule", "Remove rule", "Move or duplicate");
    }

    private void addRule(NodeId rule, Map<Field<?>, Object> fields) {
        submit(ana, new Edit.Add(rule, Kind.RULE, Sample.LIST_FOUND, Slot.RULES, Optional.empty(), fields, Map.of()));
    }

    private List<Node> rules() {
        return children(Sample.LIST_FOUND, Slot.RULES);
    }
}

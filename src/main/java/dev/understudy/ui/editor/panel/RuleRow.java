package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.RuleWords;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.RowHandle;
import dev.understudy.ui.editor.field.RowRemover;
import dev.understudy.ui.editor.field.TroubleNotes;

/// A rule, to be read as a sentence: "Header X-Paid is not equal to yes". Boxes that its target or operator does not
/// use are not shown, but keep what is in them.
final class RuleRow extends Div {

    private final Desk desk;
    private final NodeId rule;
    private final LiveField<String> property;
    private final LiveField<String> value;

    RuleRow(Desk desk, Actions actions, NodeId rule) {
        this.desk = desk;
        this.rule = rule;
        LiveChoice<String> target = new LiveChoice<>(desk, Schema.RULE_TARGET, RuleWords.TARGETS);
        property = LiveField.text(desk, Schema.RULE_MODIFIER).hinting(Schema.RULE_MODIFIER.label());
        LiveChoice<Boolean> verb = new LiveChoice<>(desk, Schema.RULE_INVERT, RuleWords.VERBS);
        LiveChoice<String> operator = new LiveChoice<>(desk, Schema.RULE_OPERATOR, RuleWords.OPERATORS);
        value = LiveField.text(desk, Schema.RULE_VALUE).hinting(Schema.RULE_VALUE.label());
        TroubleNotes troubles = new TroubleNotes(desk);
        addClassName("rule-row");
        getElement().setAttribute("data-node", rule.value());
        add(
                new RowHandle(desk, actions, rule, this),
                target,
                property,
                verb,
                operator,
                value,
                new RowRemover(desk, actions, rule, "Remove rule"),
                troubles);
        target.bind(rule);
        property.bind(rule);
        verb.bind(rule);
        operator.bind(rule);
        value.bind(rule);
        troubles.bind(rule);
        Signal.effect(this, this::project);
    }

    private void project() {
        desk.document().get();
        desk.find(rule).ifPresent(node -> {
            String target = node.get(Schema.RULE_TARGET);
            String operator = node.get(Schema.RULE_OPERATOR);
            show(property, RuleWords.hasProperty(target), RuleWords.propertyHint(target));
            show(value, RuleWords.hasValue(operator), RuleWords.valueHint(target, operator));
        });
    }

    private static void show(LiveField<String> field, boolean used, String hint) {
        // Not setVisible: what was just typed must still reach the server.
        field.getElement().setAttribute("hidden", !used);
        field.box().setPlaceholder(hint);
    }
}

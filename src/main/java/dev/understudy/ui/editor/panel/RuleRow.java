package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.RowHandle;
import dev.understudy.ui.editor.field.RowRemover;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.RuleWords;

/// A rule, to be read as a sentence: "Header X-Paid is not equal to yes". Boxes that its target or operator does not
/// use are not shown, but keep what is in them.
final class RuleRow extends Div {

    private final EditorSession session;
    private final NodeId rule;
    private final LiveText property;
    private final LiveText value;

    RuleRow(EditorSession session, Actions actions, NodeId rule) {
        this.session = session;
        this.rule = rule;
        LiveChoice<RuleTarget> target = new LiveChoice<>(session, Schema.RULE_TARGET, RuleWords.TARGETS);
        property = new LiveText(session, Schema.RULE_MODIFIER).hinting(Schema.RULE_MODIFIER.label());
        LiveChoice<Boolean> verb = new LiveChoice<>(session, Schema.RULE_INVERT, RuleWords.VERBS);
        LiveChoice<RuleOperator> operator = new LiveChoice<>(session, Schema.RULE_OPERATOR, RuleWords.OPERATORS);
        value = new LiveText(session, Schema.RULE_VALUE).hinting(Schema.RULE_VALUE.label());
        TroubleNotes troubles = new TroubleNotes(session);
        addClassName("rule-row");
        getElement().setAttribute("data-node", rule.value());
        add(
                new RowHandle(session, actions, rule, this),
                target,
                property,
                verb,
                operator,
                value,
                new RowRemover(session, actions, rule, "Remove rule"),
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
        session.parts().node(rule).ifPresent(node -> {
            RuleTarget target = node.get(Schema.RULE_TARGET);
            RuleOperator operator = node.get(Schema.RULE_OPERATOR);
            show(property, RuleWords.hasProperty(target), RuleWords.propertyHint(target));
            show(value, RuleWords.hasValue(operator), RuleWords.valueHint(target, operator));
        });
    }

    private static void show(LiveText field, boolean used, String hint) {
        // Not setVisible: what was just typed must still reach the server.
        field.getElement().setAttribute("hidden", !used);
        field.box().setPlaceholder(hint);
    }
}

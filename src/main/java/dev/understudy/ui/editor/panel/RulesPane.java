package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RuleLogic;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.NodeRows;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.RuleWords;
import java.util.Optional;

/// The rules of a response: how they go together, the rules themselves, and a word if the route does not ask them.
final class RulesPane extends Div implements Bound {

    private final EditorSession session;
    private final LiveChoice<RuleLogic> combination;
    private final NodeRows rows;
    private final Div together;
    private final Span unused = new Span();
    private final ValueSignal<Optional<NodeId>> response = new ValueSignal<>(Optional.empty());

    RulesPane(EditorSession session, Actions actions) {
        this.session = session;
        combination = new LiveChoice<>(session, Schema.RESPONSE_RULES_OPERATOR, RuleWords.COMBINATIONS);
        rows = new NodeRows(
                session,
                Slot.RULES,
                "Add rule",
                (parent, made) -> actions.addRow(parent, Kind.RULE, Slot.RULES, made),
                rule -> new RuleRow(session, actions, rule));
        together = new Div(new Span("This response answers if"), combination);
        together.addClassName("sentence");
        unused.addClassNames("muted", "unused");
        addClassName("rules");
        add(together, unused, rows);
        Signal.effect(this, () -> project(response.get()));
    }

    @Override
    public void bind(NodeId node) {
        combination.bind(node);
        rows.bind(node);
        response.set(Optional.of(node));
    }

    private void project(Optional<NodeId> id) {
        id.ifPresent(node -> {
            boolean any = !session.parts().children(node, Slot.RULES).isEmpty();
            String reason = session.parts()
                    .above(node, Kind.ROUTE)
                    .map(RulesPane::whyUnused)
                    .orElse("");
            together.setVisible(any && reason.isEmpty());
            unused.setVisible(!reason.isEmpty());
            unused.setText(reason);
            rows.sayingIfEmpty(
                    reason.isEmpty() ? "No rules. With rules, this response answers the requests that they fit." : "");
        });
    }

    private static String whyUnused(Node route) {
        return switch (route.get(Schema.ROUTE_RESPONSE_MODE)) {
            case RANDOM -> "Rules are not asked now: the responses of this route answer at random.";
            case SEQUENTIAL -> "Rules are not asked now: the responses of this route answer in turn.";
            case DISABLE_RULES -> "Rules are not asked now: always the default response answers.";
            case BY_RULES, FALLBACK -> "";
        };
    }
}

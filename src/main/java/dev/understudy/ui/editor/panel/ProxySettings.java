package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.field.NodeRows;
import dev.understudy.ui.editor.field.TroubleNotes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether requests that no route answers go on to another server, and how. The rest shows as long as they do.
final class ProxySettings extends Div {

    private static final Set<String> FIELDS = Stream.of(
                    Schema.ENVIRONMENT_PROXY, Schema.ENVIRONMENT_PROXY_HOST, Schema.ENVIRONMENT_PROXY_REMOVE_PREFIX)
            .map(Field::key)
            .collect(Collectors.toUnmodifiableSet());

    ProxySettings(Desk desk, Actions actions) {
        NodeId root = desk.now().environment().root().id();
        LiveFlag on = new LiveFlag(desk, Schema.ENVIRONMENT_PROXY);
        LiveField<String> target = LiveField.text(desk, Schema.ENVIRONMENT_PROXY_HOST);
        LiveFlag removePrefix = new LiveFlag(desk, Schema.ENVIRONMENT_PROXY_REMOVE_PREFIX);
        NodeRows requests = HeaderRow.rows(
                desk, actions, Slot.PROXY_REQUEST_HEADERS, "None. Here those that go to the other server are set.");
        NodeRows responses =
                HeaderRow.rows(desk, actions, Slot.PROXY_RESPONSE_HEADERS, "None. Here those that come back are set.");
        Div details = new Div(
                target,
                removePrefix,
                new H3("Headers of forwarded requests"),
                requests,
                new H3("Headers of what comes back"),
                responses);
        on.box().setLabel("Forward what no route answers");
        target.box().addClassName("mono");
        target.box().setPlaceholder("https://api.example.org");
        details.addClassName("details");
        addClassName("part");
        TroubleNotes troubles = new TroubleNotes(desk, ProxySettings::isAbout);
        troubles.bind(root);
        add(on, troubles, details);
        List.<Bound>of(on, target, removePrefix, requests, responses).forEach(part -> part.bind(root));
        Signal.effect(this, () -> {
            boolean forwards = desk.document().get().environment().root().get(Schema.ENVIRONMENT_PROXY);
            details.getElement().setAttribute("hidden", !forwards);
        });
    }

    static boolean isAbout(Problem problem) {
        return FIELDS.contains(problem.field());
    }
}

package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.NodeRows;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
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

    ProxySettings(EditorSession session, Actions actions) {
        NodeId root = session.now().environment().root().id();
        LiveFlag on = new LiveFlag(session, Schema.ENVIRONMENT_PROXY);
        LiveText target = new LiveText(session, Schema.ENVIRONMENT_PROXY_HOST);
        LiveFlag removePrefix = new LiveFlag(session, Schema.ENVIRONMENT_PROXY_REMOVE_PREFIX);
        NodeRows requests = HeaderRow.rows(
                session, actions, Slot.PROXY_REQUEST_HEADERS, "None. Here those that go to the other server are set.");
        NodeRows responses = HeaderRow.rows(
                session, actions, Slot.PROXY_RESPONSE_HEADERS, "None. Here those that come back are set.");
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
        TroubleNotes troubles = new TroubleNotes(session, ProxySettings::isAbout);
        troubles.bind(root);
        add(on, troubles, details);
        List.<Bound>of(on, target, removePrefix, requests, responses).forEach(part -> part.bind(root));
        Signal.effect(this, () -> {
            boolean forwards =
                    session.parts().value(root, Schema.ENVIRONMENT_PROXY).orElse(false);
            details.getElement().setAttribute("hidden", !forwards);
        });
    }

    static boolean isAbout(Problem problem) {
        return FIELDS.contains(problem.field());
    }
}

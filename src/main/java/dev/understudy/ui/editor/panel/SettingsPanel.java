package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.field.LiveNumber;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.NodeRows;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import java.time.Clock;

/// The settings of the environment: what it is called, where it answers, and what holds for all its routes.
public final class SettingsPanel extends Div {

    private final AdminSettings admin;
    private final LinkSettings links;
    private final RemovedList removed;

    public SettingsPanel(EditorSession session, Actions actions, Clock clock) {
        admin = new AdminSettings(session, clock);
        links = new LinkSettings(session, clock);
        removed = new RemovedList(session, actions, clock);
        NodeId root = session.now().environment().root().id();
        LiveText name = new LiveText(session, Schema.ENVIRONMENT_NAME);
        LiveNumber port = new LiveNumber(session, Schema.ENVIRONMENT_PORT);
        LiveText prefix = new LiveText(session, Schema.ENVIRONMENT_PREFIX);
        LiveNumber delay = new LiveNumber(session, Schema.ENVIRONMENT_LATENCY);
        LiveFlag cors = new LiveFlag(session, Schema.ENVIRONMENT_CORS);
        NodeRows headers = HeaderRow.rows(
                session,
                actions,
                Slot.HEADERS,
                "None yet. A header of a response with the same name goes before these.");
        TroubleNotes troubles = new TroubleNotes(session, SettingsPanel::isGeneral);
        addClassName("form-panel");
        port.box().addClassName("mono");
        prefix.box().addClassName("mono");
        prefix.box().setPlaceholder("v1");
        delay.box().addClassName("mono");
        Div fields = new Div(port, prefix, delay);
        fields.addClassName("fields");
        add(
                new H2("Settings"),
                name,
                fields,
                new DetourNote(session),
                cors,
                troubles,
                new H2("Headers of every response"),
                headers,
                new H2("Proxy"),
                new ProxySettings(session, actions),
                new H2("TLS"),
                new TlsForm(session),
                admin,
                links,
                removed);
        name.bind(root);
        port.bind(root);
        prefix.bind(root);
        delay.bind(root);
        cors.bind(root);
        troubles.bind(root);
        headers.bind(root);
    }

    /// To be told whether it is on the screen.
    public void show(boolean on) {
        admin.show(on);
        links.show(on);
        removed.show(on);
    }

    /// What is wrong with the proxy or with TLS stands there.
    private static boolean isGeneral(Problem problem) {
        return !ProxySettings.isAbout(problem) && !TlsForm.isAbout(problem);
    }

    static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassNames("muted", "small");
        return note;
    }
}

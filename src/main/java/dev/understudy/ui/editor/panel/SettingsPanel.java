package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.field.NodeRows;
import dev.understudy.ui.editor.field.TroubleNotes;

/// The settings of the environment: what it is called, where it answers, and what holds for all its routes.
public final class SettingsPanel extends Div {

    private final AdminSettings admin;

    public SettingsPanel(Desk desk, Actions actions) {
        admin = new AdminSettings(desk);
        NodeId root = desk.now().environment().root().id();
        LiveField<String> name = LiveField.text(desk, Schema.ENVIRONMENT_NAME);
        LiveField<Integer> port = LiveField.whole(desk, Schema.ENVIRONMENT_PORT);
        LiveField<String> prefix = LiveField.text(desk, Schema.ENVIRONMENT_PREFIX);
        LiveField<Integer> delay = LiveField.whole(desk, Schema.ENVIRONMENT_LATENCY);
        LiveFlag cors = new LiveFlag(desk, Schema.ENVIRONMENT_CORS);
        NodeRows headers = HeaderRow.rows(
                desk, actions, Slot.HEADERS, "None yet. A header of a response with the same name goes before these.");
        TroubleNotes troubles = new TroubleNotes(desk, SettingsPanel::isGeneral);
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
                note(
                        "The port is a wish: if it is taken or not allowed, the mock answers on another one, shown above."),
                cors,
                troubles,
                new H2("Headers of every response"),
                headers,
                new H2("Proxy"),
                new ProxySettings(desk, actions),
                new H2("TLS"),
                new TlsSettings(desk),
                admin);
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
    }

    /// What is wrong with the proxy or with TLS stands there.
    private static boolean isGeneral(Problem problem) {
        return !ProxySettings.isAbout(problem) && !TlsSettings.isAbout(problem);
    }

    static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassNames("muted", "small");
        return note;
    }
}

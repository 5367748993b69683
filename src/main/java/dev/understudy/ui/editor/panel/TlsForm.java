package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.CertificateType;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.file.FileField;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.LinkedHashMap;
import java.util.Map;

/// Whether the mock answers over TLS, and with which certificate. Only the files of the chosen kind are asked for.
final class TlsForm extends Div {

    /// What the keys of all fields of TLS start with.
    private static final String FIELDS = "tlsOptions.";

    private final EditorSession session;
    private final NodeId root;
    private final Div details = new Div();
    private final FileField certificate;
    private final FileField key;
    private final FileField store;

    TlsForm(EditorSession session) {
        this.session = session;
        this.root = session.now().environment().root().id();
        LiveFlag on = new LiveFlag(session, Schema.ENVIRONMENT_TLS);
        LiveChoice<CertificateType> type = new LiveChoice<>(session, Schema.ENVIRONMENT_TLS_TYPE, types()).labelled();
        certificate = file(Schema.ENVIRONMENT_TLS_CERT, "server.crt");
        key = file(Schema.ENVIRONMENT_TLS_KEY, "server.key");
        store = file(Schema.ENVIRONMENT_TLS_PFX, "server.pfx");
        FileField authority = file(Schema.ENVIRONMENT_TLS_CA, "ca.crt");
        LiveText passphrase = new LiveText(session, Schema.ENVIRONMENT_TLS_PASSPHRASE);
        passphrase.box().addClassName("mono");
        Div files = new Div(certificate, key, store, authority, passphrase);
        files.addClassName("pairs");
        on.box().setLabel("Answer over HTTPS");
        type.box().addClassName("certificate-type");
        details.addClassName("details");
        details.add(
                type,
                files,
                SettingsPanel.note(
                        "Files of this environment. Without them the mock makes a certificate of its own, which clients have to be told to accept."));
        addClassName("part");
        TroubleNotes troubles =
                new TroubleNotes(session, problem -> problem.field().equals(Schema.ENVIRONMENT_TLS.key()));
        troubles.bind(root);
        add(on, troubles, details);
        on.bind(root);
        type.bind(root);
        passphrase.bind(root);
        Signal.effect(this, () -> session.parts().node(root).ifPresent(this::project));
    }

    static boolean isAbout(Problem problem) {
        return problem.field().startsWith(FIELDS);
    }

    private FileField file(Field<String> field, String hint) {
        FileField file = new FileField(session, field);
        file.box().setPlaceholder(hint);
        file.bind(root);
        return file;
    }

    private void project(Node settings) {
        boolean pfx = settings.get(Schema.ENVIRONMENT_TLS_TYPE) == CertificateType.PFX;
        details.getElement().setAttribute("hidden", !settings.get(Schema.ENVIRONMENT_TLS));
        certificate.getElement().setAttribute("hidden", pfx);
        key.getElement().setAttribute("hidden", pfx);
        store.getElement().setAttribute("hidden", !pfx);
    }

    private static Map<CertificateType, String> types() {
        Map<CertificateType, String> words = new LinkedHashMap<>();
        for (CertificateType type : CertificateType.values()) {
            words.put(type, word(type));
        }
        return words;
    }

    private static String word(CertificateType type) {
        return switch (type) {
            case CERT -> "Certificate and key";
            case PFX -> "PFX, both in one file";
        };
    }
}

package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.hosting.listener.AdminEntry;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Confirm;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.LatestLook;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.kit.SecretField;
import java.time.Clock;
import java.util.Optional;

/// The way into the mock's admin API, for those who may start and stop the mock: where it is, who made the token that
/// opens it, and how to get another one. A token is on the screen only after it was made, until one goes elsewhere:
/// nobody can tell it later. Looks only while it is shown itself.
final class AdminSettings extends Div {

    private final EditorSession session;
    private final Clock clock;
    private final Paragraph words = SettingsPanel.note("");
    private final Paragraph made = SettingsPanel.note("");
    private final Div fresh = new Div();
    private final TextField address = new TextField("Address");
    private final CopyButton copyAddress = new CopyButton("Copy");
    private final Div place = new Div(address, copyAddress);
    private final Pre example = new Pre();
    private final CopyButton copyExample = new CopyButton("Copy");
    private final Div following = new Div(example, copyExample);
    private final Paragraph lead = SettingsPanel.note("This command shows each request as it comes:");
    private final Button renew = new Button("Make a token", click -> ask());
    private final ValueSignal<Boolean> shown = new ValueSignal<>(false);
    private AdminEntry entry = new AdminEntry(true, Optional.empty(), Optional.empty());
    private Optional<AdminEntry.Issued> issued = Optional.empty();
    private final LatestLook look = new LatestLook();

    AdminSettings(EditorSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        addClassNames("part", "admin");
        setVisible(false);
        address.setReadOnly(true);
        address.addClassName("mono");
        place.addClassName("secret");
        following.addClassName("example");
        Div buttons = new Div(renew);
        buttons.addClassName("row");
        add(new H2("Admin API"), words, place, made, fresh, lead, following, buttons);
        Signal.effect(this, this::project);
    }

    /// To be told whether it is on the screen.
    void show(boolean on) {
        forget();
        shown.set(on);
    }

    private void project() {
        session.standing().get();
        session.mock().looks().get();
        Access access = session.access();
        if (shown.get() && access.allows(Action.MANAGE_LISTENER)) {
            look.fetch(() -> session.mock().adminEntry(access), this::show);
        } else {
            setVisible(false);
            forget();
        }
    }

    private void show(AdminEntry found) {
        if (!shown.peek()) {
            return;
        }
        entry = found;
        boolean open = found.enabled() && found.url().isPresent();
        setVisible(true);
        words.setText(sentence(found));
        place.setVisible(open);
        renew.setVisible(found.enabled());
        renew.setText(found.token().isPresent() ? "Make a new token…" : "Make a token");
        address.setValue(found.url().orElse(""));
        copyAddress.setCopied(found.url().orElse(""));
        if (issued.filter(own -> !own.entry().token().equals(found.token())).isPresent()) {
            // Somebody made another one meanwhile.
            forget();
        }
        showMaker(found);
        showExample();
    }

    private void showMaker(AdminEntry found) {
        made.setVisible(found.enabled() && found.token().isPresent());
        made.removeAll();
        found.token().ifPresent(token -> {
            made.add(new Span("The token was made by " + token.by().orElse("an earlier version")));
            token.at().ifPresent(at -> made.add(new Span(", "), new RelativeTime(clock, at)));
            made.add(new Span(". Only who made it has seen it."));
        });
    }

    private void showExample() {
        boolean open =
                entry.enabled() && entry.url().isPresent() && entry.token().isPresent();
        lead.setVisible(open);
        following.setVisible(open);
        String command = !open
                ? ""
                : command(
                        entry.url().orElse(""),
                        issued.map(AdminEntry.Issued::secret).orElse("TOKEN"));
        example.setText(command);
        copyExample.setCopied(command);
    }

    private void forget() {
        issued = Optional.empty();
        fresh.removeAll();
        example.setText("");
        copyExample.setCopied("");
    }

    private void ask() {
        if (entry.token().isEmpty()) {
            make();
            return;
        }
        Confirm.ask(
                "Make a new token?",
                "Programs that use the token of now are refused from that moment on, until they are given the new one."
                        + " Event streams that are open end.",
                "Make a new token",
                this::make);
    }

    private void make() {
        Access access = session.access();
        Errand.run(renew, () -> session.mock().renewAdminToken(access), this::made);
    }

    private void made(AdminEntry.Issued made) {
        // It would not find this token and take it for replaced.
        look.drop();
        forget();
        issued = Optional.of(made);
        fresh.add(
                SettingsPanel.note("Copy the token now: it is shown only this once."),
                new SecretField("Token", "Copy token", made.secret()));
        show(made.entry());
    }

    /// A command that follows the log of the mock. Pure.
    static String command(String url, String token) {
        return "curl -N -H 'Authorization: Bearer %s' '%s/events'".formatted(token, url);
    }

    /// What the admin API is, and why it can't be used if it can't. Pure.
    static String sentence(AdminEntry entry) {
        if (!entry.enabled()) {
            return "The operator of this server has switched the admin API off (UNDERSTUDY_MOCK_ADMIN_API).";
        }
        String what = "With its token, programs read the log of the mock, set variables and reset its state. ";
        if (entry.token().isEmpty()) {
            return what + "Nobody has made one yet, so it opens to nobody.";
        }
        return entry.url().isPresent() ? what : what + "Start the mock to see where.";
    }
}

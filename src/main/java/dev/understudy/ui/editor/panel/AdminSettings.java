package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.hosting.AdminEntry;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Forbidden;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.kit.Confirm;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The way into the mock's admin API, for those who may start and stop the mock: where it is, the token that opens it,
/// and how to get another one. The token is on the screen only while somebody wants to see it. Looks only while it is
/// shown itself.
final class AdminSettings extends Div {

    private static final String HIDDEN = "•".repeat(24);

    private final Desk desk;
    private final Paragraph words = SettingsPanel.note("");
    private final TextField token = new TextField("Token");
    private final Button reveal = new Button("Show", click -> reveal());
    private final CopyButton copy = new CopyButton("Copy");
    private final Div secret = new Div(token, reveal, copy);
    private final TextField address = new TextField("Address");
    private final CopyButton copyAddress = new CopyButton("Copy");
    private final Div place = new Div(address, copyAddress);
    private final Pre example = new Pre();
    private final CopyButton copyExample = new CopyButton("Copy");
    private final Div following = new Div(example, copyExample);
    private final Paragraph lead = SettingsPanel.note("This command shows each request as it comes:");
    private final Button renew = new Button("Make a new token…", click -> ask());
    private final ValueSignal<Boolean> shown = new ValueSignal<>(false);
    private AdminEntry entry = new AdminEntry(true, Optional.empty(), Optional.empty());
    private boolean revealed;

    AdminSettings(Desk desk) {
        this.desk = desk;
        addClassNames("part", "admin");
        setVisible(false);
        reveal.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        token.setReadOnly(true);
        token.addClassName("mono");
        token.setAutocomplete(Autocomplete.OFF);
        address.setReadOnly(true);
        address.addClassName("mono");
        secret.addClassName("secret");
        place.addClassName("secret");
        following.addClassName("example");
        Div buttons = new Div(renew);
        buttons.addClassName("row");
        add(new H2("Admin API"), words, secret, place, lead, following, buttons);
        Signal.effect(this, this::project);
    }

    /// To be told whether it is on the screen.
    void show(boolean on) {
        revealed = false;
        shown.set(on);
    }

    private void project() {
        desk.standing().get();
        desk.mock().looks().get();
        Access access = desk.access();
        boolean wanted = shown.get() && access.allows(Action.MANAGE_LISTENER);
        if (wanted) {
            load(desk.mock()::adminEntry, this::show);
        } else {
            setVisible(false);
            token.setValue("");
            copy.setCopied("");
            copyExample.setCopied("");
        }
    }

    /// Asks the database, without holding up the screen.
    private void load(Function<Access, AdminEntry> look, Consumer<AdminEntry> then) {
        Access access = desk.access();
        Live.compute(
                UI.getCurrentOrThrow(),
                () -> {
                    try {
                        return Optional.of(look.apply(access));
                    } catch (Forbidden forbidden) {
                        return Optional.<AdminEntry>empty();
                    }
                },
                found -> found.ifPresentOrElse(then, desk::recheck));
    }

    private void made(AdminEntry made) {
        show(made);
        Notices.done("The admin API opens with a new token.");
    }

    private void show(AdminEntry found) {
        if (!shown.peek()) {
            return;
        }
        entry = found;
        boolean ready = found.enabled() && found.token().isPresent();
        setVisible(true);
        words.setText(sentence(found));
        secret.setVisible(ready);
        place.setVisible(ready && found.url().isPresent());
        lead.setVisible(ready && found.url().isPresent());
        following.setVisible(ready && found.url().isPresent());
        renew.setVisible(found.enabled());
        renew.setText(ready ? "Make a new token…" : "Make a token");
        address.setValue(found.url().orElse(""));
        copyAddress.setCopied(found.url().orElse(""));
        showToken();
    }

    private void showToken() {
        String real = entry.token().orElse("");
        String seen = revealed ? real : HIDDEN;
        token.setValue(seen);
        reveal.setText(revealed ? "Hide" : "Show");
        copy.setCopied(real);
        String url = entry.url().orElse("");
        example.setText(command(url, revealed ? real : "…"));
        copyExample.setCopied(command(url, real));
    }

    private void reveal() {
        revealed = !revealed;
        showToken();
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
        load(desk.mock()::renewAdminToken, this::made);
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
        String what = "With the token, programs read the log of the mock, set variables and reset its state. ";
        if (entry.token().isEmpty()) {
            return what + "It is made when the mock starts for the first time, or now.";
        }
        return entry.url().isPresent() ? what : what + "Start the mock to see where.";
    }
}

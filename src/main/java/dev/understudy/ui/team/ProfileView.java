package dev.understudy.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Refusal;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.team.account.AccessTokens.Fate;
import dev.understudy.team.account.Registration;
import dev.understudy.team.account.SessionMark;
import dev.understudy.team.account.Users;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.FieldErrors;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.function.BiConsumer;

/// One's own name and password.
@Route(value = "profile", layout = MainLayout.class)
@PageTitle("Profile · Understudy")
@Menu(title = "Profile", order = 20)
@PermitAll
class ProfileView extends Div {

    private record Change(String current, String wanted, Fate tokens, BiConsumer<SessionMark, SessionMark> session) {}

    /// @param tokens how many access tokens are left
    private record Changed(Answer<?> answer, int tokens) {}

    private final Actor me;
    private final Users users;
    private final AccessTokens tokens;

    ProfileView(CurrentUser user, Users users, AccessTokens tokens) {
        this.me = user.actor();
        this.users = users;
        this.tokens = tokens;
        addClassNames("page", "team");
        Div bar = new Div(new H1("Profile"));
        bar.addClassName("page-bar");
        add(bar, aboutMe(), password(), everywhere());
    }

    private Div aboutMe() {
        EmailField email = new EmailField("E-mail");
        email.setValue(me.email());
        email.setReadOnly(true);
        TextField name = new TextField("Name");
        name.setManualValidation(true);
        name.setValue(me.displayName());
        name.setHelperText("What the others see when you edit together.");
        FieldErrors errors = new FieldErrors();
        errors.put(Refusal.About.NAME, name);
        Button save = new Button("Save name");
        save.addClickListener(click -> {
            errors.clear();
            String wanted = name.getValue();
            Errand.run(save, () -> users.rename(me, wanted), answer -> tell(answer, errors, "Your name is saved."));
        });
        return section("About you", errors, email, name, save);
    }

    private Div password() {
        PasswordField current = new PasswordField("Current password");
        current.setManualValidation(true);
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        PasswordField wanted = new PasswordField("New password");
        wanted.setManualValidation(true);
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        wanted.setHelperText("At least " + Registration.SHORTEST_PASSWORD + " characters; a sentence is fine.");
        TokensToo too = new TokensToo(countTokens());
        FieldErrors errors = new FieldErrors();
        errors.put(Refusal.About.CURRENT_PASSWORD, current);
        errors.put(Refusal.About.PASSWORD, wanted);
        Button change = new Button("Change password");
        change.addClickListener(click -> {
            errors.clear();
            Change asked = new Change(current.getValue(), wanted.getValue(), too.fate(), CurrentUser.keep());
            Errand.run(change, () -> change(asked), changed -> {
                tell(changed.answer(), errors, "Your password is changed. Other browsers have to sign in again.");
                if (changed.answer() instanceof Answer.Done) {
                    current.clear();
                    wanted.clear();
                    too.show(changed.tokens());
                }
            });
        });
        return section("Password", errors, current, wanted, too, change);
    }

    private Changed change(Change asked) {
        Answer<?> answer = users.changePassword(me, asked.current(), asked.wanted(), asked.tokens(), asked.session());
        return new Changed(answer, countTokens());
    }

    private Div everywhere() {
        Button signOut = new Button("Sign out everywhere…");
        signOut.addClickListener(click -> Errand.run(
                signOut,
                this::countTokens,
                count -> new SignOutDialog(
                                count, fate -> Errand.run(signOut, () -> users.signOutEverywhere(me, fate), () -> {}))
                        .open()));
        Paragraph about = new Paragraph("For when you stayed signed in on a machine that others use.");
        about.addClassName("muted");
        Div section = new Div(new H2("Sessions"), about, signOut);
        section.addClassNames("section", "form");
        return section;
    }

    private int countTokens() {
        return tokens.list(me).size();
    }

    private static void tell(Answer<?> answer, FieldErrors errors, String done) {
        switch (answer) {
            case Answer.Done<?> saved -> Notices.done(done);
            case Answer.Refused<?>(Refusal why) -> errors.show(why);
        }
    }

    /// @param parts the last one is the button that saves
    private static Div section(String title, FieldErrors errors, Component... parts) {
        if (parts[parts.length - 1] instanceof Button button) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        Div section = new Div(new H2(title), errors);
        section.add(parts);
        section.addClassNames("section", "form");
        return section;
    }
}

package dev.understudy.ui.login;

import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.understudy.security.CurrentUser;
import dev.understudy.security.Farewell;
import dev.understudy.team.Refusal;
import dev.understudy.team.account.SessionMark.Ending;
import dev.understudy.team.account.Users;
import java.util.List;

/// Where people sign in. The form is sent as a plain request, so it also works while the page is out of touch.
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Understudy")
@AnonymousAllowed
class LoginView extends EntryPage implements BeforeEnterObserver {

    private final CurrentUser user;
    private final LoginForm form = new LoginForm();

    LoginView(CurrentUser user, Users users) {
        this.user = user;
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("", ""));
        if (users.hasAny()) {
            show("Sign in", "", form);
        } else {
            show("Nobody has an account yet", """
                    The server printed a link when it started: open that to create the first account. \
                    Its log has it as well.""");
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        Farewell.of(VaadinSession.getCurrent().getSession()).ifPresent(this::explain);
        List<String> waits = query.getParameters("wait");
        if (!waits.isEmpty()) {
            fail("Too many attempts", "Try again in " + seconds(waits.getFirst()) + ".");
        } else if (query.getParameters().containsKey("error")) {
            fail("That did not work", Refusal.SIGN_IN_WRONG.sentence());
        } else if (query.getParameters().containsKey("again")) {
            fail("This page was open for too long", "Sign in again.");
        }
    }

    private void explain(Ending ending) {
        switch (ending) {
            case PASSWORD_CHANGED -> fail("You were signed out because your password was changed", """
                    Sign in with the new one. If it was not you who changed it, tell whoever runs this server.""");
            case SIGNED_OUT_EVERYWHERE -> fail("You were signed out everywhere", "Sign in to go on.");
        }
    }

    private void fail(String title, String sentence) {
        form.setI18n(words(title, sentence));
        form.setError(true);
    }

    private static String seconds(String text) {
        String digits = text.matches("[0-9]{1,4}") ? text : "60";
        return digits.equals("1") ? "1 second" : digits + " seconds";
    }

    private static LoginI18n words(String errorTitle, String errorSentence) {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form form = words.getForm();
        form.setTitle("");
        form.setUsername("E-mail");
        form.setPassword("Password");
        form.setSubmit("Sign in");
        words.setForm(form);
        LoginI18n.ErrorMessage error = words.getErrorMessage();
        error.setTitle(errorTitle);
        error.setMessage(errorSentence);
        error.setUsername("Enter your e-mail address.");
        error.setPassword("Enter your password.");
        words.setErrorMessage(error);
        return words;
    }
}

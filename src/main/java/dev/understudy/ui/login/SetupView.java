package dev.understudy.ui.login;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.understudy.team.account.FirstStart;

/// The first visit: whoever has the link from the server's log creates the account that owns the team.
@Route(value = "setup/:secret", autoLayout = false)
@PageTitle("Welcome · Understudy")
@AnonymousAllowed
class SetupView extends EntryPage implements BeforeEnterObserver {

    private final FirstStart firstStart;

    SetupView(FirstStart firstStart) {
        this.firstStart = firstStart;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("secret").orElse("");
        if (firstStart.isOpen(secret)) {
            show(
                    "Welcome to Understudy",
                    "Create the first account. It owns the team and can invite the others.",
                    new AccountForm("Create account", registration -> firstStart.setUp(secret, registration)));
        } else {
            show(
                    "This link is used up",
                    "It works until the first account exists, and changes when the server is started"
                            + " again. The newest one is in the server's log.",
                    new Anchor("login", "Sign in"));
        }
    }
}

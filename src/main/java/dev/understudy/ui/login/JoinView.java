package dev.understudy.ui.login;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.understudy.security.CurrentUser;
import dev.understudy.security.WantedPage;
import dev.understudy.team.Answer;
import dev.understudy.team.Invitation;
import dev.understudy.team.Invitations;
import dev.understudy.team.Refusal;
import dev.understudy.team.TeamId;
import dev.understudy.team.account.Joining;
import dev.understudy.team.account.Registration;
import java.util.Optional;

/// Where the link of an invitation leads: a new account, or on to [JoinWithAccountView] for who has one.
@Route(value = "join/:secret", autoLayout = false)
@PageTitle("Join · Understudy")
@AnonymousAllowed
class JoinView extends EntryPage implements BeforeEnterObserver {

    private final CurrentUser user;
    private final Invitations invitations;
    private final Joining joining;

    JoinView(CurrentUser user, Invitations invitations, Joining joining) {
        this.user = user;
        this.invitations = invitations;
        this.joining = joining;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("secret").orElse("");
        Optional<Invitation.Offer> offer = invitations.find(secret);
        if (offer.isEmpty()) {
            show("This link no longer works", Refusal.LINK_DEAD.sentence());
        } else if (user.find().isPresent()) {
            event.forwardTo(JoinWithAccountView.class, new RouteParameters("secret", secret));
        } else {
            WrappedSession session = VaadinSession.getCurrent().getSession();
            show(
                    "Join " + offer.get().teamName(),
                    sentence(offer.get()),
                    new AccountForm("Create account and join", registration -> join(session, secret, registration)),
                    existing(secret));
        }
    }

    /// Whether the address has an account already is not for whoever holds the link to know: both go on to the login,
    /// and only the right password goes on from there, to joining with that account.
    private Answer<?> join(WrappedSession session, String secret, Registration registration) {
        Answer<TeamId> answer = joining.join(secret, registration);
        if (answer instanceof Answer.Refused<TeamId>(Refusal why) && why == Refusal.EMAIL_TAKEN) {
            WantedPage.afterSignIn(session, "/" + withAccount(secret));
            return Answer.done(secret);
        }
        return answer;
    }

    private static String withAccount(String secret) {
        return "join/" + secret + "/account";
    }

    /// Loads a page that needs a sign-in, which then leads back to it.
    private static Anchor existing(String secret) {
        Anchor anchor = new Anchor(withAccount(secret), "I have an account already");
        anchor.setRouterIgnore(true);
        return anchor;
    }

    static String sentence(Invitation.Offer offer) {
        String may = switch (offer.role()) {
            case OWNER -> "edit mock APIs and manage the team";
            case EDITOR -> "edit mock APIs";
            case VIEWER -> "see mock APIs, live, without changing them";
        };
        return offer.invitedBy() + " invites you as " + offer.role().word() + ": you can " + may + ".";
    }
}

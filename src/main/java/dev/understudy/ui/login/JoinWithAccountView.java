package dev.understudy.ui.login;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Invitation;
import dev.understudy.team.Invitations;
import dev.understudy.team.Refusal;
import dev.understudy.team.TeamId;
import dev.understudy.ui.kit.Errand;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/// Asks somebody who has an account whether to join with it.
@Route(value = "join/:secret/account", autoLayout = false)
@PageTitle("Join · Understudy")
@PermitAll
class JoinWithAccountView extends EntryPage implements BeforeEnterObserver {

    private final CurrentUser user;
    private final Invitations invitations;

    JoinWithAccountView(CurrentUser user, Invitations invitations) {
        this.user = user;
        this.invitations = invitations;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("secret").orElse("");
        Optional<Invitation.Offer> offer = invitations.find(secret);
        if (offer.isEmpty()) {
            refuse(Refusal.LINK_DEAD);
            return;
        }
        Actor actor = user.actor();
        Button join = new Button("Join as " + actor.displayName());
        join.addClickListener(click -> Errand.run(join, () -> invitations.accept(secret, actor), this::show));
        join.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show("Join " + offer.get().teamName(), JoinView.sentence(offer.get()), join);
    }

    private void show(Answer<TeamId> answer) {
        switch (answer) {
            case Answer.Done<TeamId> joined -> UI.getCurrentOrThrow().navigate("");
            case Answer.Refused<TeamId>(Refusal why) -> refuse(why);
        }
    }

    private void refuse(Refusal why) {
        show("You cannot join with this link", why.sentence(), new Anchor("", "To your environments"));
    }
}

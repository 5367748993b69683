package dev.understudy.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.understudy.team.Invitation;
import dev.understudy.team.Invitations;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.kit.Rows;
import java.time.Clock;
import java.util.List;

/// The invitations that nobody has accepted yet.
final class InvitationTable extends Composite<Div> {

    private final Invitations invitations;
    private final Clock clock;
    private final Runnable refresh;
    private final Rows rows = new Rows("Role", "Sent", "Expires", "");
    private final Paragraph none = new Paragraph("No invitation is open.");

    /// @param refresh shows what is open now
    InvitationTable(Invitations invitations, Clock clock, Runnable refresh) {
        this.invitations = invitations;
        this.clock = clock;
        this.refresh = refresh;
        none.addClassName("muted");
        getContent().addClassName("section");
        getContent().add(new H2("Invitations"), none, rows);
    }

    void show(TeamAccess team, List<Invitation> open) {
        none.setVisible(open.isEmpty());
        rows.setVisible(!open.isEmpty());
        rows.clear();
        open.forEach(invitation -> rows.row(
                Rows.twoLines(invitation.role().label(), "by " + invitation.invitedBy()),
                new RelativeTime(clock, invitation.createdAt()),
                new Span(Expiry.words(invitation.expiresAt(), clock.instant())),
                revoke(team, invitation)));
    }

    private Component revoke(TeamAccess team, Invitation invitation) {
        Button revoke = new Button("Revoke");
        revoke.addClickListener(click -> Errand.run(revoke, () -> invitations.revoke(team, invitation.id()), () -> {
            Notices.done("The link does not work any more.");
            refresh.run();
        }));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return revoke;
    }
}

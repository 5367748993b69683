package dev.understudy.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.understudy.server.PublicUrl;
import dev.understudy.team.Action;
import dev.understudy.team.Invitations;
import dev.understudy.team.Members;
import dev.understudy.team.RightsLog;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.ui.kit.EmptyState;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.shell.MainLayout;
import dev.understudy.ui.shell.SelectedTeam;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;

/// Who is in the team, and for its owners how to change that. It follows every change of the memberships.
@Route(value = "members", layout = MainLayout.class)
@PageTitle("Members · Understudy")
@Menu(title = "Members", order = 10)
@PermitAll
class MembersView extends Div {

    private final SelectedTeam selected;
    private final Span count = new Span();
    private final Button invite = new Button("Invite by link");
    private final MemberTable members;
    private final InvitationTable invitations;
    private final EmptyState empty =
            new EmptyState("You are in no team", "Ask somebody who owns one for a link to join it.");

    MembersView(
            SelectedTeam selected,
            Members members,
            Departures departures,
            Invitations invitations,
            RightsLog rights,
            PublicUrl address,
            Clock clock) {
        this.selected = selected;
        this.members = new MemberTable(members, departures, clock, this::refresh);
        this.invitations = new InvitationTable(invitations, clock);
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        count.addClassName("muted");

        invite.addClickListener(click ->
                selected.find().ifPresent(team -> new InviteDialog(team, invitations, address, this::refresh).open()));
        Optional<TeamId> team = selected.find().map(TeamAccess::team);
        Live.whileAttached(
                this,
                ui -> rights.listen(change -> {
                    if (team.filter(change::concernsMembers).isPresent()) {
                        ui.execute(this::refresh);
                    }
                }));

        addClassNames("page", "team");
        Div title = new Div(new H1("Members"), count);
        title.addClassName("title");
        Span space = new Span();
        space.addClassName("grow");
        Div bar = new Div(title, space, invite);
        bar.addClassName("page-bar");
        add(bar, this.members, this.invitations, empty);

        refresh();
    }

    private void refresh() {
        Optional<TeamAccess> team = selected.find();
        boolean manages =
                team.filter(access -> access.allows(Action.MANAGE_TEAM)).isPresent();
        empty.setVisible(team.isEmpty());
        members.setVisible(team.isPresent());
        invite.setVisible(manages);
        invitations.setVisible(manages);
        count.setText("");
        team.ifPresent(access -> count.setText(String.valueOf(members.show(access))));
        team.filter(access -> manages).ifPresent(invitations::show);
    }
}

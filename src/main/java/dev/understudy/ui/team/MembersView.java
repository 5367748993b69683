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
import dev.understudy.server.Subscription;
import dev.understudy.team.Action;
import dev.understudy.team.Invitation;
import dev.understudy.team.Invitations;
import dev.understudy.team.Members;
import dev.understudy.team.RightsLog;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.EmptyState;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.shell.MainLayout;
import dev.understudy.ui.shell.SelectedTeam;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Who is in the team, and for its owners how to change that. It follows every change of the memberships.
@Route(value = "members", layout = MainLayout.class)
@PageTitle("Members · Understudy")
@Menu(title = "Members", order = 10)
@PermitAll
class MembersView extends Div {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /// What is to be seen of a team, as of one moment.
    ///
    /// @param access empty for who is in none
    private record Shown(Optional<TeamAccess> access, List<Members.Member> members, List<Invitation> invitations) {}

    private final SelectedTeam selected;
    private final Members members;
    private final Invitations invitations;
    private final Span count = new Span();
    private final Button invite = new Button("Invite by link");
    private final MemberTable memberTable;
    private final InvitationTable invitationTable;
    private final EmptyState empty =
            new EmptyState("You are in no team", "Ask somebody who owns one for a link to join it.");
    private Runnable refresh = () -> {};

    MembersView(
            SelectedTeam selected,
            Members members,
            Departures departures,
            Invitations invitations,
            RightsLog rights,
            PublicUrl address,
            Clock clock) {
        this.selected = selected;
        this.members = members;
        this.invitations = invitations;
        this.memberTable = new MemberTable(departures, clock, () -> refresh.run());
        this.invitationTable = new InvitationTable(invitations, clock, () -> refresh.run());
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        count.addClassName("muted");

        Optional<TeamAccess> found = selected.find();
        show(load(found));
        found.ifPresent(team -> {
            invite.addClickListener(click -> new InviteDialog(team, invitations, address, () -> refresh.run()).open());
            Live.whileAttached(this, ui -> follow(team, rights, ui));
        });

        addClassNames("page", "team");
        Div title = new Div(new H1("Members"), count);
        title.addClassName("title");
        Span space = new Span();
        space.addClassName("grow");
        Div bar = new Div(title, space, invite);
        bar.addClassName("page-bar");
        add(bar, memberTable, invitationTable, empty);
    }

    private Subscription follow(TeamAccess team, RightsLog rights, Executor ui) {
        Coalesced<Shown> looks = new Coalesced<>(() -> load(selected.again(team)), this::show, ui, PAUSE);
        refresh = looks::request;
        return rights.listen(change -> {
            if (change.concernsMembers(team.team())) {
                looks.request();
            }
        });
    }

    private Shown load(Optional<TeamAccess> team) {
        return new Shown(
                team,
                team.map(members::list).orElse(List.of()),
                team.filter(MembersView::manages).map(invitations::list).orElse(List.of()));
    }

    private static boolean manages(TeamAccess team) {
        return team.allows(Action.MANAGE_TEAM);
    }

    private void show(Shown now) {
        boolean manages = now.access().filter(MembersView::manages).isPresent();
        empty.setVisible(now.access().isEmpty());
        memberTable.setVisible(now.access().isPresent());
        invite.setVisible(manages);
        invitationTable.setVisible(manages);
        count.setText(now.access().isPresent() ? String.valueOf(now.members().size()) : "");
        now.access().ifPresent(team -> {
            memberTable.show(team, now.members());
            invitationTable.show(team, now.invitations());
        });
    }
}

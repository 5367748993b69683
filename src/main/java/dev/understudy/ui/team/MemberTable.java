package dev.understudy.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.understudy.team.Action;
import dev.understudy.team.Answer;
import dev.understudy.team.Members;
import dev.understudy.team.Members.Member;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.kit.Rows;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// One row for each member, with what an owner may do with it.
final class MemberTable extends Composite<Div> {

    private final Members members;
    private final Departures departures;
    private final Clock clock;
    private final Runnable refresh;
    private final Rows rows = new Rows("Name", "Role", "Joined", "");

    MemberTable(Members members, Departures departures, Clock clock, Runnable refresh) {
        this.members = members;
        this.departures = departures;
        this.clock = clock;
        this.refresh = refresh;
        getContent().add(rows);
    }

    /// Shows the members, and says how many there are.
    int show(TeamAccess team) {
        List<Member> all = members.list(team);
        rows.clear();
        all.forEach(member -> rows.row(
                who(team, member),
                role(team, member),
                new RelativeTime(clock, member.joinedAt()),
                remove(team, member)));
        return all.size();
    }

    private static Component who(TeamAccess team, Member member) {
        String you = isMe(team, member) ? " (you)" : "";
        return Rows.twoLines(member.displayName() + you, member.email());
    }

    private Component role(TeamAccess team, Member member) {
        if (!team.allows(Action.MANAGE_TEAM)) {
            return new Span(member.role().label());
        }
        Select<Role> role = new Select<>();
        role.setItems(Role.values());
        role.setItemLabelGenerator(Role::label);
        role.setValue(member.role());
        role.setAriaLabel("Role of " + member.displayName());
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changeRole(team, member, change.getValue());
            }
        });
        return role;
    }

    private void changeRole(TeamAccess team, Member member, Role role) {
        boolean losesEditing = role == Role.VIEWER && member.role() != Role.VIEWER;
        List<Keepsake> keepsakes = losesEditing ? departures.keepsakes(team, member) : List.of();
        if (isMe(team, member) && role != Role.OWNER) {
            ask(new DepartureDialog(
                    "Give up owning " + team.name() + "?",
                    "You will not be able to invite people or change roles any more, this one included.",
                    "Become " + role.word(),
                    // Afterwards one could revoke nothing of the team; what one knows oneself may stay.
                    List.of(),
                    _ -> change(team, member, role, List.of())));
        } else if (keepsakes.stream().anyMatch(Keepsake::theirs)) {
            ask(new DepartureDialog(
                    "Make " + member.displayName() + " a viewer?",
                    "Editing ends at once, in pages that are open as well.",
                    "Make " + member.displayName() + " a viewer",
                    keepsakes,
                    revoked -> change(team, member, role, revoked)));
        } else {
            change(team, member, role, List.of());
        }
    }

    private void ask(DepartureDialog dialog) {
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                refresh.run();
            }
        });
        dialog.open();
    }

    private void change(TeamAccess team, Member member, Role role, Collection<Keepsake> revoked) {
        tell(
                departures.change(team, member, Optional.of(role), revoked),
                member.displayName() + " is " + role.word() + " now.");
    }

    private Component remove(TeamAccess team, Member member) {
        if (!team.allows(Action.MANAGE_TEAM)) {
            return new Span();
        }
        Button remove = new Button(
                "Remove",
                click -> new DepartureDialog(
                                "Remove " + member.displayName() + " from " + team.name() + "?",
                                "Nothing of the team can be seen any more, not by access token either, and pages that are open"
                                        + " close at once. What was edited stays.",
                                "Remove " + member.displayName(),
                                isMe(team, member) ? List.of() : departures.keepsakes(team, member),
                                revoked -> tell(
                                        departures.change(team, member, Optional.empty(), revoked),
                                        member.displayName() + " was removed."))
                        .open());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        remove.setAriaLabel("Remove " + member.displayName());
        return remove;
    }

    private void tell(Answer<Role> answer, String done) {
        switch (answer) {
            case Answer.Done<Role> changed -> Notices.done(done);
            case Answer.Refused<Role>(Refusal why) -> Notices.failed(why.sentence());
        }
        refresh.run();
    }

    private static boolean isMe(TeamAccess team, Member member) {
        return team.actor().user().equals(member.user());
    }
}

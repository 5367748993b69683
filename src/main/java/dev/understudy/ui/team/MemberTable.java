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
import dev.understudy.team.Members.Member;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.kit.Rows;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// One row for each member, with what an owner may do with it.
final class MemberTable extends Composite<Div> {

    private final Departures departures;
    private final Clock clock;
    private final Runnable refresh;
    private final Rows rows = new Rows("Name", "Role", "Joined", "");

    /// @param refresh shows who is in the team now
    MemberTable(Departures departures, Clock clock, Runnable refresh) {
        this.departures = departures;
        this.clock = clock;
        this.refresh = refresh;
        getContent().add(rows);
    }

    void show(TeamAccess team, List<Member> all) {
        rows.clear();
        all.forEach(member -> rows.row(
                who(team, member),
                role(team, member),
                new RelativeTime(clock, member.joinedAt()),
                remove(team, member)));
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
                // It shows what is so, until it is something else.
                role.setValue(member.role());
                changeRole(role, team, member, change.getValue());
            }
        });
        return role;
    }

    private void changeRole(Select<Role> pressed, TeamAccess team, Member member, Role role) {
        boolean losesEditing = role == Role.VIEWER && member.role() != Role.VIEWER;
        if (isMe(team, member) && role != Role.OWNER) {
            new DepartureDialog(
                            "Give up owning " + team.name() + "?",
                            "You will not be able to invite people or change roles any more, this one included.",
                            "Become " + role.word(),
                            // Afterwards one could revoke nothing of the team; what one knows oneself may stay.
                            List.of(),
                            _ -> change(pressed, team, member, role, List.of()))
                    .open();
        } else if (losesEditing) {
            Errand.run(
                    pressed,
                    () -> departures.keepsakes(team, member),
                    keepsakes -> demote(pressed, team, member, keepsakes));
        } else {
            change(pressed, team, member, role, List.of());
        }
    }

    private void demote(Select<Role> pressed, TeamAccess team, Member member, List<Keepsake> keepsakes) {
        if (keepsakes.stream().noneMatch(Keepsake::theirs)) {
            change(pressed, team, member, Role.VIEWER, List.of());
            return;
        }
        new DepartureDialog(
                        "Make " + member.displayName() + " a viewer?",
                        "Editing ends at once, in pages that are open as well.",
                        "Make " + member.displayName() + " a viewer",
                        keepsakes,
                        revoked -> change(pressed, team, member, Role.VIEWER, revoked))
                .open();
    }

    private void change(Select<Role> pressed, TeamAccess team, Member member, Role role, Collection<Keepsake> revoked) {
        Errand.run(
                pressed,
                () -> departures.change(team, member, Optional.of(role), revoked),
                answer -> tell(answer, member.displayName() + " is " + role.word() + " now."));
    }

    private Component remove(TeamAccess team, Member member) {
        if (!team.allows(Action.MANAGE_TEAM)) {
            return new Span();
        }
        Button remove = new Button("Remove");
        remove.addClickListener(click -> Errand.run(
                remove,
                () -> isMe(team, member) ? List.<Keepsake>of() : departures.keepsakes(team, member),
                keepsakes -> askToRemove(remove, team, member, keepsakes)));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        remove.setAriaLabel("Remove " + member.displayName());
        return remove;
    }

    private void askToRemove(Button pressed, TeamAccess team, Member member, List<Keepsake> keepsakes) {
        new DepartureDialog(
                        "Remove " + member.displayName() + " from " + team.name() + "?",
                        "Nothing of the team can be seen any more, not by access token either, and pages that are open"
                                + " close at once. What was edited stays.",
                        "Remove " + member.displayName(),
                        keepsakes,
                        revoked -> Errand.run(
                                pressed,
                                () -> departures.change(team, member, Optional.empty(), revoked),
                                answer -> tell(answer, member.displayName() + " was removed.")))
                .open();
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

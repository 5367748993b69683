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
import dev.understudy.ui.kit.Confirm;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.RelativeTime;
import java.time.Clock;
import java.util.List;

/// One row for each member, with what an owner may do with it.
final class MemberTable extends Composite<Div> {

    private final Members members;
    private final Clock clock;
    private final Runnable refresh;
    private final Rows rows = new Rows("Name", "Role", "Joined", "");

    MemberTable(Members members, Clock clock, Runnable refresh) {
        this.members = members;
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
        String done = member.displayName() + " is " + role.word() + " now.";
        if (isMe(team, member) && role != Role.OWNER) {
            var dialog = Confirm.ask(
                    "Give up owning " + team.name() + "?",
                    "You will not be able to invite people or change roles any more, this one included.",
                    "Become " + role.word(),
                    () -> tell(members.changeRole(team, member.user(), role), done));
            dialog.addOpenedChangeListener(change -> {
                if (!change.isOpened()) {
                    refresh.run();
                }
            });
        } else {
            tell(members.changeRole(team, member.user(), role), done);
        }
    }

    private Component remove(TeamAccess team, Member member) {
        if (!team.allows(Action.MANAGE_TEAM)) {
            return new Span();
        }
        Button remove = new Button(
                "Remove",
                click -> Confirm.ask(
                        "Remove " + member.displayName() + " from " + team.name() + "?",
                        "Nothing of the team can be seen any more, not by access token either. What was edited stays.",
                        "Remove " + member.displayName(),
                        () -> tell(members.remove(team, member.user()), member.displayName() + " was removed.")));
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

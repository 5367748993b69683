package dev.understudy.ui.shell;

import com.vaadin.flow.component.html.Div;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Actor;
import dev.understudy.team.TeamId;
import dev.understudy.ui.kit.AvatarRow;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Person;
import java.util.List;

/// Who of the team has Understudy open right now, the reader among them.
final class ConnectedPeople extends Div {

    private final AvatarRow row = new AvatarRow("connected");

    ConnectedPeople(CurrentUser user, SelectedTeam selected, Lobby lobby) {
        addClassName("connected");
        add(row);
        Actor me = user.actor();
        selected.find()
                .ifPresent(access -> Live.whileAttached(this, ui -> {
                    TeamId team = access.team();
                    return lobby.enter(team, me, () -> ui.execute(() -> show(lobby.people(team), me)))::close;
                }));
    }

    private void show(List<Actor> people, Actor me) {
        row.show(people.stream()
                .map(actor -> new Person(
                        actor.displayName(),
                        Person.colourOf(actor.user().value()),
                        actor.user().equals(me.user())))
                .toList());
    }
}

package dev.understudy.ui.shell;

import com.vaadin.flow.component.html.Div;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Actor;
import dev.understudy.team.TeamId;
import dev.understudy.ui.kit.AvatarRow;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Person;
import java.util.List;

/// Who else of the team has Understudy open right now, and how many they are with the reader.
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
        List<Person> others = people.stream()
                .filter(actor -> !actor.user().equals(me.user()))
                .map(actor -> new Person(
                        actor.displayName(), Person.colourOf(actor.user().value()), false))
                .toList();
        row.show(others, others.isEmpty() ? 0 : others.size() + 1);
    }
}

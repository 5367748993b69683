package dev.understudy.ui.shell;

import com.vaadin.flow.component.html.Div;
import dev.understudy.presence.Attendance;
import dev.understudy.presence.Participant;
import dev.understudy.presence.Presence;
import dev.understudy.server.Subscription;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.UserId;
import dev.understudy.ui.kit.AvatarRow;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Person;
import dev.understudy.ui.kit.Pulse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Who else of the team has Understudy open right now, here or in the editor, in whatever process, and how many they
/// are with the reader.
final class ConnectedPeople extends Div {

    private final AvatarRow row = new AvatarRow("connected");
    private final Presence presence;
    private @Nullable Attendance attendance;

    ConnectedPeople(SelectedTeam selected, Presence presence) {
        this.presence = presence;
        addClassName("connected");
        add(row);
        selected.find().ifPresent(access -> Live.whileAttached(this, ui -> enter(access, ui)));
        Pulse.of(this, () -> Optional.ofNullable(attendance).ifPresent(Attendance::beat));
    }

    private Subscription enter(TeamAccess access, Executor ui) {
        UserId me = access.actor().user();
        Subscription watching =
                presence.listen(access.team(), _ -> ui.execute(() -> show(presence.participants(access.team()), me)));
        Attendance mine = presence.join(access, "window-" + UUID.randomUUID());
        attendance = mine;
        return () -> {
            watching.close();
            mine.close();
        };
    }

    private void show(List<Participant> people, UserId me) {
        Map<UserId, Person> others = new LinkedHashMap<>();
        people.stream()
                .filter(one -> !one.user().equals(me))
                .forEach(one -> others.putIfAbsent(
                        one.user(),
                        new Person(one.displayName(), Person.colourOf(one.user().value()), false)));
        row.show(List.copyOf(others.values()), others.isEmpty() ? 0 : others.size() + 1);
    }
}

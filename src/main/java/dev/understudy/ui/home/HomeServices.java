package dev.understudy.ui.home;

import dev.understudy.collab.Environments;
import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.format.MockoonExport;
import dev.understudy.hosting.ListenerState;
import dev.understudy.hosting.Listeners;
import dev.understudy.presence.Presence;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.TeamAccess;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The services behind the list of environments, as the list needs them. Any thread may call it.
@Component
class HomeServices {

    record ExportFile(String name, String content) {}

    private static final String CLIENT = "home-";

    private final Accesses accesses;
    private final Environments environments;
    private final Rooms rooms;
    private final Listeners listeners;
    private final Presence presence;
    private final SecureRandom chance;

    HomeServices(
            Accesses accesses,
            Environments environments,
            Rooms rooms,
            Listeners listeners,
            Presence presence,
            SecureRandom chance) {
        this.accesses = accesses;
        this.environments = environments;
        this.rooms = rooms;
        this.listeners = listeners;
        this.presence = presence;
        this.chance = chance;
    }

    Optional<Access> find(TeamAccess team, EnvironmentId id) {
        return accesses.find(team.actor(), id);
    }

    HomeFeed feed(TeamAccess team, Consumer<List<EnvironmentLine>> show) {
        return new HomeFeed(team, environments, listeners, presence, show);
    }

    /// Empty if the reader is not in the team any more.
    Optional<EnvironmentId> create(TeamAccess team, String name) {
        Node root = Node.root(NodeId.random(chance)).with(Schema.ENVIRONMENT_NAME, name);
        return accesses.team(team.actor(), team.team()).map(now -> environments.create(now, Environment.of(root)));
    }

    void rename(Access access, String name) {
        Room room = rooms.open(access);
        Snapshot now = room.snapshot();
        Edit rename = new Edit.Set(now.environment().root().id(), Schema.ENVIRONMENT_NAME.key(), name);
        String client = CLIENT + Long.toHexString(chance.nextLong());
        var _ = room.submit(new Change(client, 1, now.revision(), List.of(rename)), access);
    }

    void duplicate(Access access, String name) {
        var _ = environments.duplicate(access, rooms.open(access).snapshot().environment(), name);
    }

    void trash(Access access) {
        environments.trash(access);
    }

    void restore(TeamAccess team, EnvironmentId id) {
        accesses.findInTrash(team.actor(), id).ifPresent(environments::restore);
    }

    ExportFile export(Access access) {
        Environment environment = rooms.open(access).snapshot().environment();
        String name = environment.root().get(Schema.ENVIRONMENT_NAME).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return new ExportFile((name.isBlank() ? "environment" : name) + ".json", MockoonExport.toText(environment));
    }

    ListenerState start(Access access) {
        return listeners.start(access, Optional.empty());
    }

    ListenerState stop(Access access) {
        return listeners.stop(access);
    }
}

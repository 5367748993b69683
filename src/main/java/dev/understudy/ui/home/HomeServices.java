package dev.understudy.ui.home;

import dev.understudy.collab.Environments;
import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Starter;
import dev.understudy.format.MockoonExport;
import dev.understudy.format.openapi.OpenApiExport;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.presence.Presence;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.TeamAccess;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/// The services behind the list of environments, as the list needs them. They wait for the database: not with the
/// lock of a UI, but to show a page for the first time.
@Component
class HomeServices {

    record ExportFile(String name, String content, String type) {}

    /// What a file can be exported as.
    enum ExportFormat {
        MOCKOON("Export", ".json", "application/json"),
        OPENAPI_JSON("Export as OpenAPI (JSON)", "-openapi.json", "application/json"),
        OPENAPI_YAML("Export as OpenAPI (YAML)", "-openapi.yaml", "application/yaml");

        private final String label;
        private final String ending;
        private final String type;

        ExportFormat(String label, String ending, String type) {
            this.label = label;
            this.ending = ending;
            this.type = type;
        }

        String label() {
            return label;
        }

        private String write(Environment environment, LongConsumer effort) {
            return switch (this) {
                case MOCKOON -> MockoonExport.toText(environment, effort);
                case OPENAPI_JSON -> OpenApiExport.toJson(environment, effort);
                case OPENAPI_YAML -> OpenApiExport.toYaml(environment, effort);
            };
        }
    }

    private static final String CLIENT = "home-";

    private final Accesses accesses;
    private final Environments environments;
    private final Rooms rooms;
    private final Listeners listeners;
    private final Presence presence;
    private final Workshop workshop;
    private final SecureRandom chance;

    HomeServices(
            Accesses accesses,
            Environments environments,
            Rooms rooms,
            Listeners listeners,
            Presence presence,
            Workshop workshop,
            SecureRandom chance) {
        this.accesses = accesses;
        this.environments = environments;
        this.rooms = rooms;
        this.listeners = listeners;
        this.presence = presence;
        this.workshop = workshop;
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
        return accesses.team(team.actor(), team.team())
                .map(now -> environments.create(now, Starter.of(name, listeners.portForNew(now), chance)));
    }

    /// @throws dev.understudy.collab.RoomUnavailable if that can't be done for the moment
    Receipt rename(Access access, String name) {
        Room room = rooms.open(access);
        Snapshot now = room.snapshot();
        Edit rename = new Edit.Set(now.environment().root().id(), Schema.ENVIRONMENT_NAME.key(), name);
        String client = CLIENT + Long.toHexString(chance.nextLong());
        return room.submit(new Change(client, 1, now.revision(), List.of(rename)), access);
    }

    EnvironmentId duplicate(Access access, String name) {
        return environments.duplicate(access, rooms.open(access).snapshot().environment(), name);
    }

    void trash(Access access) {
        environments.trash(access);
    }

    /// False if it is not in the trash any more.
    boolean restore(TeamAccess team, EnvironmentId id) {
        Optional<Access> trashed = accesses.findInTrash(team.actor(), id);
        trashed.ifPresent(environments::restore);
        return trashed.isPresent();
    }

    /// About how large an export is.
    long bytes(Access access) {
        return rooms.open(access).snapshot().environment().bytes();
    }

    /// Written in the workshop, while the thread that asks waits.
    ///
    /// @throws dev.understudy.server.heavy.WorkEnded if that can't be done
    ExportFile export(Access access, ExportFormat format) {
        Environment environment = rooms.open(access).snapshot().environment();
        String name = environment.root().get(Schema.ENVIRONMENT_NAME).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        String content = workshop.submit(
                        access.actor().user(), "The export", 0, meter -> format.write(environment, meter::spend))
                .get();
        return new ExportFile((name.isBlank() ? "environment" : name) + format.ending, content, format.type);
    }

    ListenerState start(Access access) {
        return listeners.start(access, Optional.empty());
    }

    ListenerState stop(Access access) {
        return listeners.stop(access);
    }
}

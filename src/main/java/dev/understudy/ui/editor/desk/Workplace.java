package dev.understudy.ui.editor.desk;

import dev.understudy.asset.Assets;
import dev.understudy.collab.Rooms;
import dev.understudy.history.Undo;
import dev.understudy.hosting.Listeners;
import dev.understudy.presence.Presence;
import dev.understudy.team.Accesses;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// What every [Desk] of this process is made with.
@Component
public final class Workplace {

    private final Rooms rooms;
    private final Presence presence;
    private final Undo undo;
    private final Accesses accesses;
    private final Memberships memberships;
    private final Listeners listeners;
    private final Assets assets;
    private final RandomGenerator chance;

    Workplace(
            Rooms rooms,
            Presence presence,
            Undo undo,
            Accesses accesses,
            Memberships memberships,
            Listeners listeners,
            Assets assets,
            RandomGenerator chance) {
        this.rooms = rooms;
        this.presence = presence;
        this.undo = undo;
        this.accesses = accesses;
        this.memberships = memberships;
        this.listeners = listeners;
        this.assets = assets;
        this.chance = chance;
    }

    Rooms rooms() {
        return rooms;
    }

    Presence presence() {
        return presence;
    }

    Undo undo() {
        return undo;
    }

    Accesses accesses() {
        return accesses;
    }

    Memberships memberships() {
        return memberships;
    }

    Listeners listeners() {
        return listeners;
    }

    Assets assets() {
        return assets;
    }

    RandomGenerator chance() {
        return chance;
    }
}

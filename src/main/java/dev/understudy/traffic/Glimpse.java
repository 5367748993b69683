package dev.understudy.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a log has to tell somebody who looks again and again.
///
/// @param exchanges that they don't have yet, the oldest first
/// @param place where to go on from
/// @param leftOut how many more there were since they looked, which are not told
/// @param anew whether what they have is to be forgotten: the log was cleared, or is another one
/// @param changed those that went on since they looked, as they are now, which they may know
public record Glimpse(List<Exchange> exchanges, Place place, long leftOut, boolean anew, List<Exchange> changed) {

    /// Without any that went on.
    public Glimpse(List<Exchange> exchanges, Place place, long leftOut, boolean anew) {
        this(exchanges, place, leftOut, anew, List.of());
    }

    /// How far somebody has read.
    ///
    /// @param epoch of the log: another one after it was cleared
    /// @param next the number of the next exchange
    /// @param changes how many of those that go on were told
    public record Place(UUID epoch, long next, long changes) {

        /// Where none has gone on.
        public Place(UUID epoch, long next) {
            this(epoch, next, 0);
        }

        /// Of somebody who has read nothing.
        public static final Place START = new Place(new UUID(0, 0), 0);

        /// Whether exchanges of that epoch come after it.
        public boolean isIn(UUID other) {
            return epoch.equals(other);
        }
    }

    public Glimpse {
        exchanges = List.copyOf(exchanges);
        changed = List.copyOf(changed);
    }

    /// Of a log that is not there.
    public static Glimpse nothing(Place before) {
        return new Glimpse(List.of(), Place.START, 0, !before.equals(Place.START));
    }

    /// Whether there is something new.
    public boolean isNews() {
        return anew || leftOut > 0 || !exchanges.isEmpty() || !changed.isEmpty();
    }

    /// The same for somebody who is told later what went on since a place.
    public Glimpse withoutChanges(Place before) {
        long told = anew ? place.changes() : before.changes();
        return new Glimpse(exchanges, new Place(place.epoch(), place.next(), told), leftOut, anew);
    }

    /// This and what came after it as one, for somebody who did not come to look in between.
    ///
    /// @param most exchanges that are kept, the newest; the others count as left out
    public Glimpse then(Glimpse later, int most) {
        if (later.anew()) {
            return later;
        }
        List<Exchange> all = new ArrayList<>(exchanges);
        all.addAll(later.exchanges());
        LinkedHashMap<UUID, Exchange> moved = new LinkedHashMap<>();
        changed.forEach(exchange -> moved.put(exchange.id(), exchange));
        later.changed().forEach(exchange -> moved.putLast(exchange.id(), exchange));
        all.replaceAll(
                exchange -> Optional.ofNullable(moved.remove(exchange.id())).orElse(exchange));
        List<Exchange> moves = List.copyOf(moved.values());
        int surplus = Math.max(0, all.size() - most);
        return new Glimpse(
                all.subList(surplus, all.size()),
                later.place(),
                leftOut + later.leftOut() + surplus,
                anew,
                moves.subList(Math.max(0, moves.size() - most), moves.size()));
    }

    /// The newest one.
    public Optional<Exchange> last() {
        return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.getLast());
    }
}

package dev.understudy.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a log has to tell somebody who looks again and again.
///
/// @param exchanges that they don't have yet, the oldest first
/// @param place where to go on from
/// @param leftOut how many more there were since they looked, which are not told
/// @param anew whether what they have is to be forgotten: the log was cleared, or is another one
public record Glimpse(List<Exchange> exchanges, Place place, long leftOut, boolean anew) {

    /// How far somebody has read.
    ///
    /// @param epoch of the log: another one after it was cleared
    /// @param next the number of the next exchange
    public record Place(UUID epoch, long next) {

        /// Of somebody who has read nothing.
        public static final Place START = new Place(new UUID(0, 0), 0);

        /// Whether exchanges of that epoch come after it.
        public boolean isIn(UUID other) {
            return epoch.equals(other);
        }
    }

    public Glimpse {
        exchanges = List.copyOf(exchanges);
    }

    /// Of a log that is not there.
    public static Glimpse nothing(Place before) {
        return new Glimpse(List.of(), Place.START, 0, !before.equals(Place.START));
    }

    /// Whether there is something new.
    public boolean isNews() {
        return anew || leftOut > 0 || !exchanges.isEmpty();
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
        int surplus = Math.max(0, all.size() - most);
        return new Glimpse(all.subList(surplus, all.size()), later.place(), leftOut + later.leftOut() + surplus, anew);
    }

    /// The newest one.
    public Optional<Exchange> last() {
        return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.getLast());
    }
}

package dev.understudy.ui.editor.session;

import dev.understudy.collab.Room;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Problem;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.ui.kit.Coalesced;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is wrong with the mocks of the branches that tabs have open: found out once for all tabs of a branch,
/// aside, and not for each key of somebody who types. Any thread may call it.
final class TroubleWatch {

    static final Duration BETWEEN_CHECKS = Duration.ofMillis(800);

    private static final Logger LOG = LoggerFactory.getLogger(TroubleWatch.class);

    private final Function<Access, List<Problem>> problems;
    private final Map<BranchId, Watched> open = new ConcurrentHashMap<>();

    /// @param problems finds out what is wrong with a mock at this moment; takes its time
    TroubleWatch(Function<Access, List<Problem>> problems) {
        this.problems = problems;
    }

    /// Tells what is wrong now, and whenever that is something else.
    ///
    /// @param access to the environment of the room
    /// @param listener must be quick
    Subscription watch(Access access, Room room, Consumer<Troubles> listener) {
        BranchId branch = access.branch().id();
        open.compute(branch, (_, known) -> {
                    Watched watched = known == null ? new Watched(access, room) : known;
                    watched.listeners.add(listener);
                    return watched;
                })
                .greet(listener);
        return () -> open.computeIfPresent(branch, (_, watched) -> {
            watched.listeners.remove(listener);
            return watched.listeners.isEmpty() ? watched.closed() : watched;
        });
    }

    private final class Watched {

        private final List<Consumer<Troubles>> listeners = new CopyOnWriteArrayList<>();
        private final Access access;
        private final Room room;
        private final Coalesced<Optional<Troubles>> checks;
        private final Subscription changes;
        private volatile Optional<Troubles> latest = Optional.empty();

        Watched(Access access, Room room) {
            this.access = access;
            this.room = room;
            checks = new Coalesced<>(this::check, found -> found.ifPresent(this::tell), Runnable::run, BETWEEN_CHECKS);
            changes = room.subscribe(room.snapshot().revision(), committed -> checks.request(), this::giveUp);
            checks.request();
        }

        private void tell(Troubles found) {
            if (!latest.equals(Optional.of(found))) {
                latest = Optional.of(found);
                listeners.forEach(listener -> listener.accept(found));
            }
        }

        void greet(Consumer<Troubles> newcomer) {
            latest.ifPresent(newcomer);
        }

        @Nullable
        Watched closed() {
            changes.close();
            return null;
        }

        /// Whoever comes next looks anew.
        private void giveUp() {
            open.computeIfPresent(room.branch(), (_, watched) -> watched == this ? closed() : watched);
        }

        private Optional<Troubles> check() {
            try {
                return Optional.of(
                        Troubles.of(problems.apply(access), room.snapshot().environment()));
            } catch (RuntimeException failure) {
                LOG.warn("What is wrong with {} is looked for again in a moment: {}", room, failure.toString());
                checks.request();
                return Optional.empty();
            }
        }
    }
}

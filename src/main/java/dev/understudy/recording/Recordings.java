package dev.understudy.recording;

import dev.understudy.collab.Rooms;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.mock.proxy.Proxying;
import dev.understudy.observed.Findings;
import dev.understudy.observed.Manner;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Records what other servers answer through the proxy of a mock, once for everybody: one recording of a branch at a
/// time, which everybody who may edit starts, stops and uses. Any thread may call it; it waits for the database.
@Component
public class Recordings {

    /// After this time a recording stops by itself.
    public static final Duration LIMIT = Duration.ofHours(8);

    /// What came of a wish to record.
    public sealed interface Started {

        /// It runs, perhaps since before.
        record Runs(Recording recording) implements Started {}

        /// It does not.
        record Refused(String sentence) implements Started {}
    }

    private static final String NO_PROXY =
            "Nothing is forwarded to a real server. Turn on the proxy in the settings of the environment first.";

    private final RecordingStore recordings;
    private final RecordedStore recorded;
    private final Recorder recorder;
    private final Learning learning;
    private final Rooms rooms;
    private final Clock clock;

    Recordings(
            RecordingStore recordings,
            RecordedStore recorded,
            Recorder recorder,
            Learning learning,
            Rooms rooms,
            Clock clock) {
        this.recordings = recordings;
        this.recorded = recorded;
        this.recorder = recorder;
        this.learning = learning;
        this.rooms = rooms;
        this.clock = clock;
    }

    /// The one that runs, or that nobody has thrown away yet.
    public Optional<Recording> find(Access access) {
        return recordings.find(branch(access.require(Action.VIEW)));
    }

    /// Tells, on a thread that must not be held up, that there may be something new about it.
    public Subscription onChange(Access access, Runnable listener) {
        return recorder.listen(branch(access.require(Action.VIEW)), listener);
    }

    /// Starts one, or goes on with the one that has stopped. If one runs already, everybody shares it.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public Started start(Access access) {
        access.require(Action.EDIT);
        if (!forwards(rooms.open(access).newest().environment().root())) {
            return new Started.Refused(NO_PROXY);
        }
        BranchId branch = branch(access);
        recordings.begin(
                branch,
                UUID.randomUUID(),
                access.actor().displayName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                LIMIT);
        recorder.changed(branch);
        return recordings
                .find(branch)
                .<Started>map(Started.Runs::new)
                .orElseGet(() -> new Started.Refused("Somebody threw the recording away at this moment."));
    }

    /// Whether there is a server to forward to.
    public static boolean forwards(Node root) {
        return root.get(Schema.ENVIRONMENT_PROXY)
                && Proxying.target(root.get(Schema.ENVIRONMENT_PROXY_HOST)).isPresent();
    }

    /// Stops it, if it runs. What was answered before is in it.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public Optional<Recording> stop(Access access) {
        BranchId branch = branch(access.require(Action.EDIT));
        recordings.stop(branch, access.actor().displayName(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        recorder.changed(branch);
        return recordings.find(branch);
    }

    /// Throws it away, running or not. False if there is none.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public boolean discard(Access access) {
        BranchId branch = branch(access.require(Action.EDIT));
        boolean gone = recordings
                .find(branch)
                .map(recording -> recordings.forget(branch, recording.id()))
                .orElse(false);
        recorder.changed(branch);
        return gone;
    }

    /// What there would be to add now.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public Findings look(Access access, Manner manner) {
        return learning.look(access, source(access), manner);
    }

    /// Adds it as one change. A recording that has stopped, and of which nothing is left to add, is thrown away.
    ///
    /// @param chosen which routes, by their keys
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public Learned learn(Access access, Manner manner, Predicate<String> chosen) {
        Optional<Recording> before = find(access);
        Learned learned = learning.learn(access, source(access), manner, chosen);
        if (learned instanceof Learned.Done
                && before.filter(recording -> !recording.isRunning()).isPresent()
                && learning.look(access, source(access), manner).isEmpty()) {
            recordings.forget(branch(access), before.get().id());
        }
        recorder.changed(branch(access));
        return learned;
    }

    /// What was recorded.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public Source source(Access access) {
        BranchId branch = branch(access.require(Action.EDIT));
        return new Source(
                recorded.observed(branch).stream().map(Taken::observed).toList(),
                content -> recorded.content(branch, content));
    }

    private static BranchId branch(Access access) {
        return access.branch().id();
    }
}

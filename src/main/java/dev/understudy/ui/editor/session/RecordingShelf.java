package dev.understudy.ui.editor.session;

import dev.understudy.format.HarArchive;
import dev.understudy.format.HarImport;
import dev.understudy.observed.Findings;
import dev.understudy.observed.Manner;
import dev.understudy.recording.Learned;
import dev.understudy.recording.Learning;
import dev.understudy.recording.Recording;
import dev.understudy.recording.RecordingHar;
import dev.understudy.recording.Recordings;
import dev.understudy.recording.Source;
import dev.understudy.server.Subscription;
import dev.understudy.server.heavy.Job;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.team.Access;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What was recorded in the environment of a page, or is in an archive, and the way into its document. Takes its time:
/// not with the lock of the UI.
public final class RecordingShelf {

    private static final Duration BEAT = Duration.ofMillis(500);

    private final Recordings recordings;
    private final Learning learning;
    private final Workshop workshop;
    private final Supplier<Access> access;

    RecordingShelf(RecordingServices services, Supplier<Access> access) {
        this.recordings = services.recordings();
        this.learning = services.learning();
        this.workshop = services.workshop();
        this.access = access;
    }

    public Optional<Recording> find() {
        return recordings.find(access.get());
    }

    /// Tells, on a thread that must not be held up, that there may be something new.
    public Subscription onChange(Runnable listener) {
        return recordings.onChange(access.get(), listener);
    }

    /// Why it does not start; empty if it runs.
    public Optional<String> start() {
        return switch (recordings.start(access.get())) {
            case Recordings.Started.Runs _ -> Optional.empty();
            case Recordings.Started.Refused(String sentence) -> Optional.of(sentence);
        };
    }

    public void stop() {
        recordings.stop(access.get());
    }

    public void discard() {
        recordings.discard(access.get());
    }

    public Findings look(Manner manner) {
        return recordings.look(access.get(), manner);
    }

    /// What there would be to add of an archive.
    public Findings look(Source source, Manner manner) {
        return learning.look(access.get(), source, manner);
    }

    /// Adds what was recorded, in an attempt of [EditorSession#submit(java.util.function.Function,
    /// java.util.function.Consumer)].
    public SubmitResult learn(Access now, Manner manner, Predicate<String> chosen) {
        return result(recordings.learn(now, manner, chosen));
    }

    /// The same of an archive.
    public SubmitResult learn(Access now, Source source, Manner manner, Predicate<String> chosen) {
        return result(learning.learn(now, source, manner, chosen));
    }

    private static SubmitResult result(Learned learned) {
        return switch (learned) {
            case Learned.Done(long revision, int _, int _) -> new SubmitResult.Done(revision, List.of());
            case Learned.Nothing _ -> new SubmitResult.Nothing(List.of("The mock answers all of that already."));
            case Learned.Refused(String sentence, var _) -> new SubmitResult.Refused(sentence);
        };
    }

    /// Writes what was recorded as an HTTP archive.
    public void save(OutputStream out) {
        Optional<Recording> recording = find();
        recording.ifPresent(found ->
                RecordingHar.write(recordings.source(access.get()), RecordingHar.ANYWHERE, found.startedAt(), out));
    }

    /// Reads an archive.
    ///
    /// @throws dev.understudy.server.heavy.WorkEnded if it takes too much
    public HarArchive.Reading read(byte[] file) {
        Job<HarArchive.Reading> job = workshop.submit(
                access.get().actor().user(), "The import", file.length, meter -> HarImport.read(file, meter::spend));
        while (!job.await(BEAT)) {
            // it has a budget of its own
        }
        return job.get();
    }
}

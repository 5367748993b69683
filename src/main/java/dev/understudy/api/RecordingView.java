package dev.understudy.api;

import dev.understudy.recording.Recording;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A recording as programs see it.
///
/// @param state `none`, `running` or `stopped`
/// @param requests that were taken down, the same again included
/// @param different how many of them are
/// @param stoppedBy null if it stopped by itself
/// @param stoppedWhy `person`, `time` or `full`
record RecordingView(
        String state,
        @Nullable String startedBy,
        @Nullable Instant startedAt,
        @Nullable Instant endsAt,
        long requests,
        int different,
        long leftOut,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedBy,
        @Nullable String stoppedWhy) {

    static RecordingView of(Optional<Recording> found) {
        return found.map(RecordingView::of)
                .orElseGet(() -> new RecordingView("none", null, null, null, 0, 0, 0, null, null, null));
    }

    static RecordingView of(Recording recording) {
        Optional<Recording.Stop> stop = recording.stopped();
        return new RecordingView(
                stop.isPresent() ? "stopped" : "running",
                recording.startedBy(),
                recording.startedAt(),
                recording.endsAt(),
                recording.taken(),
                recording.requests(),
                recording.leftOut(),
                stop.map(Recording.Stop::at).orElse(null),
                stop.flatMap(Recording.Stop::by).orElse(null),
                stop.map(end -> end.why().name().toLowerCase(Locale.ROOT)).orElse(null));
    }
}

package dev.understudy.ui.editor.recording;

import dev.understudy.recording.Recording;
import dev.understudy.recording.Recordings;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.Moments;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What is said of a recording. Pure.
final class RecordingWords {

    private RecordingWords() {}

    /// `Recording · 12 requests · started by Ana 14:02`.
    ///
    /// @param forwards whether anything goes on to a real server at all
    static String of(Recording recording, boolean forwards, ZoneId zone) {
        List<String> words = new ArrayList<>();
        words.add(recording.isRunning() ? "Recording" : "Recorded");
        words.add(Counted.of(Math.toIntExact(Math.min(recording.taken(), Integer.MAX_VALUE)), "request"));
        if (recording.leftOut() > 0) {
            words.add("%,d left out".formatted(recording.leftOut()));
        }
        words.add(recording
                .stopped()
                .map(RecordingWords::end)
                .orElseGet(() -> forwards
                        ? "started by " + recording.startedBy() + " "
                                + Moments.span(recording.startedAt(), recording.startedAt(), zone)
                        : "waits: nothing is forwarded now"));
        return String.join(" · ", words);
    }

    private static String end(Recording.Stop stop) {
        return switch (stop.why()) {
            case PERSON -> "stopped by " + stop.by().orElse("somebody");
            case TIME -> "stopped by itself after %d hours".formatted(Recordings.LIMIT.toHours());
            case FULL -> "stopped by itself: it is full";
        };
    }
}

package dev.understudy.ui.editor;

import dev.understudy.hosting.ListenerState;
import dev.understudy.ui.kit.Tone;
import java.util.Optional;

/// What a listener's state looks like. Pure.
///
/// @param url where it answers; empty unless it does
/// @param runs whether there is something to stop
/// @param failure why it does not answer although it should; empty if there is no such reason
record ListenerWords(Tone tone, String state, Optional<String> url, boolean runs, Optional<String> failure) {

    static ListenerWords of(ListenerState listener) {
        return switch (listener) {
            case ListenerState.Stopped _ ->
                new ListenerWords(Tone.QUIET, "Stopped", Optional.empty(), false, Optional.empty());
            case ListenerState.Starting _ ->
                new ListenerWords(Tone.QUIET, "Starting…", Optional.empty(), true, Optional.empty());
            case ListenerState.Running(int _, String url) ->
                new ListenerWords(Tone.OK, "Running", Optional.of(url), true, Optional.empty());
            case ListenerState.Failed(String reason, var _) ->
                new ListenerWords(Tone.BAD, "Not running", Optional.empty(), false, Optional.of(reason));
        };
    }
}

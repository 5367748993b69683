package dev.understudy.ui.editor;

import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.PortMismatch;
import dev.understudy.ui.kit.Tone;
import java.util.Optional;

/// What a listener's state looks like. Pure.
///
/// @param url where it answers; empty unless it does
/// @param detour why that is not at the port of its document
/// @param runs whether there is something to stop
/// @param failure why it does not answer although it should; empty if there is no such reason
record ListenerWords(
        Tone tone,
        String state,
        Optional<String> url,
        Optional<PortMismatch> detour,
        boolean runs,
        Optional<String> failure) {

    static ListenerWords of(ListenerState listener) {
        return switch (listener) {
            case ListenerState.Stopped _ ->
                new ListenerWords(Tone.QUIET, "Stopped", Optional.empty(), Optional.empty(), false, Optional.empty());
            case ListenerState.Starting _ ->
                new ListenerWords(Tone.QUIET, "Starting…", Optional.empty(), Optional.empty(), true, Optional.empty());
            case ListenerState.Running(int _, String url, Optional<PortMismatch> detour) ->
                new ListenerWords(Tone.OK, "Running", Optional.of(url), detour, true, Optional.empty());
            case ListenerState.Failed(String reason, var _) ->
                new ListenerWords(
                        Tone.BAD, "Not running", Optional.empty(), Optional.empty(), false, Optional.of(reason));
        };
    }
}

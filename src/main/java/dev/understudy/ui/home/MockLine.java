package dev.understudy.ui.home;

import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.ui.kit.Tone;

/// What the list says about the listener of an environment.
///
/// @param url where it answers; empty unless it runs
/// @param note why that is not the port of its document; empty if it is
/// @param running whether there is something to stop
record MockLine(Tone tone, String text, String url, String note, boolean running) {

    static MockLine of(ListenerState state) {
        return switch (state) {
            case ListenerState.Stopped _ -> new MockLine(Tone.QUIET, "Stopped", "", "", false);
            case ListenerState.Starting _ -> new MockLine(Tone.QUIET, "Starting…", "", "", true);
            case ListenerState.Running running ->
                new MockLine(Tone.OK, "Running", running.url(), running.note().orElse(""), true);
            case ListenerState.Failed(String reason, var _) -> new MockLine(Tone.BAD, reason, "", "", false);
        };
    }

    /// The URL as people read it, without the scheme.
    String address() {
        return url.replaceFirst("^https?://", "");
    }
}

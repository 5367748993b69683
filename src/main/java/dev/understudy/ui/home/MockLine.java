package dev.understudy.ui.home;

import dev.understudy.ui.kit.Tone;

/// What the list says about the listener of an environment.
///
/// @param url where it answers; empty unless it runs
/// @param wanted whether it is to run, even if it can't
record MockLine(Tone tone, String text, String url, boolean wanted) {

    static final MockLine STOPPED = new MockLine(Tone.QUIET, "Stopped", "", false);

    static MockLine running(String url) {
        return new MockLine(Tone.OK, "Running", url, true);
    }

    static MockLine failed(String reason) {
        return new MockLine(Tone.BAD, reason, "", true);
    }

    /// The URL as people read it, without the scheme.
    String address() {
        return url.replaceFirst("^https?://", "").replaceFirst("/$", "");
    }
}

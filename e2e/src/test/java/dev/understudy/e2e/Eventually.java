package dev.understudy.e2e;

import java.time.Duration;
import java.time.Instant;

/// For what becomes true, where Playwright's own assertions can't look.
final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /// Returns as soon as the assertion holds.
    ///
    /// @throws AssertionError what it says in the end, if it never held
    static void eventually(Runnable assertion) {
        var limit = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(limit)) {
                    throw notYet;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

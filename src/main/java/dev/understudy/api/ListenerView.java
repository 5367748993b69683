package dev.understudy.api;

import dev.understudy.hosting.listener.ListenerState;
import org.jspecify.annotations.Nullable;

/// Whether and where the mock of an environment answers.
///
/// @param state `running`, `starting`, `stopped` or `failed`
/// @param port where it answers; null if it doesn't
/// @param url its full address; null if it doesn't answer
/// @param reason why it failed; null if it didn't
/// @param note why it answers at another port than its document names; null if it doesn't
record ListenerView(
        String state,
        @Nullable Integer port,
        @Nullable String url,
        @Nullable String reason,
        @Nullable String note) {

    static ListenerView of(ListenerState state) {
        return switch (state) {
            case ListenerState.Stopped _ -> new ListenerView(state.word(), null, null, null, null);
            case ListenerState.Starting _ -> new ListenerView(state.word(), null, null, null, null);
            case ListenerState.Running running ->
                new ListenerView(
                        state.word(),
                        running.port(),
                        running.url(),
                        null,
                        running.note().orElse(null));
            case ListenerState.Failed(String reason, var _) -> new ListenerView(state.word(), null, null, reason, null);
        };
    }
}

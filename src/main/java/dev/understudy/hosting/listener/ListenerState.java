package dev.understudy.hosting.listener;

import java.util.Optional;

/// What an environment's listener does.
public sealed interface ListenerState {

    /// It is not wanted.
    record Stopped() implements ListenerState {}

    /// It is wanted, and a process is about to run it.
    record Starting() implements ListenerState {}

    /// It answers.
    ///
    /// @param url with host, port and path prefix, without a slash at the end
    /// @param detour why that is not at the port of its document
    record Running(int port, String url, Optional<PortMismatch> detour) implements ListenerState {

        /// It answers at the port of its document.
        public Running(int port, String url) {
            this(port, url, Optional.empty());
        }

        /// Why it answers at another port than its document names, in a sentence.
        public Optional<String> note() {
            return detour.map(why -> why.sentence(port));
        }
    }

    /// It could not be started.
    ///
    /// @param reason one or two sentences for people, with what to do
    /// @param port the one that could not be had, if it was about one
    record Failed(String reason, Optional<Integer> port) implements ListenerState {}

    /// The lower-case word of the public API.
    default String word() {
        return switch (this) {
            case Stopped _ -> "stopped";
            case Starting _ -> "starting";
            case Running _ -> "running";
            case Failed _ -> "failed";
        };
    }
}

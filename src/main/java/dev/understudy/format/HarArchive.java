package dev.understudy.format;

import dev.understudy.environment.FileContent;
import dev.understudy.observed.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was in an HTTP archive and can become routes.
///
/// @param hosts what each server answered, by its host with the port if that is not the usual one; the one with the
///     most requests first
/// @param contents of the answers; not to be written to
/// @param notes what is left out, in sentences
public record HarArchive(Map<String, List<Observed>> hosts, Map<FileContent, byte[]> contents, List<String> notes) {

    /// What came of reading a file.
    public sealed interface Reading {

        /// It was taken.
        record Read(HarArchive archive) implements Reading {}

        /// It was not.
        ///
        /// @param place a JSON pointer, or a line and column, or empty if it is all of it
        /// @param message why, and what to do, in one or two sentences
        record Refused(String place, String message) implements Reading {}
    }

    /// The server that was asked most; empty if there is none.
    public Optional<String> largest() {
        return hosts.keySet().stream().findFirst();
    }
}

package dev.understudy.mock.state;

import dev.understudy.environment.FileIndex;
import java.util.Optional;

/// The files that were uploaded for an environment. Any thread may call it; reading may block.
public interface MockFiles {

    MockFiles NONE = new MockFiles() {
        @Override
        public Optional<byte[]> read(String path) {
            return Optional.empty();
        }

        @Override
        public boolean contains(String path) {
            return false;
        }
    };

    /// The bytes of a file, not to be written to; empty if there is none of that name.
    ///
    /// @param path relative, cut at single slashes, without `.` and `..`
    Optional<byte[]> read(String path);

    /// Whether there is a file of that name.
    boolean contains(String path);

    /// These files as a version of the document has them; where they don't come from documents, the same.
    default MockFiles at(FileIndex version) {
        return this;
    }
}

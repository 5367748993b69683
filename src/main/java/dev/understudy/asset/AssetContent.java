package dev.understudy.asset;

import dev.understudy.environment.FileContent;
import java.io.InputStream;

/// The bytes of a file, brought piece by piece while they are read.
///
/// @param bytes ends with an exception if the content goes meanwhile
public record AssetContent(FileContent content, InputStream bytes) {

    /// What is in memory of it, however large the file.
    public static final int PIECE_BYTES = 256 * 1024;

    /// In bytes.
    public int size() {
        return content.size();
    }
}

package dev.understudy.asset;

import java.io.InputStream;

/// The bytes of a file, brought piece by piece while they are read.
///
/// @param size in bytes
/// @param bytes ends with an exception if the file is replaced or removed meanwhile
public record AssetContent(int size, InputStream bytes) {

    /// What is in memory of it, however large the file.
    public static final int PIECE_BYTES = 256 * 1024;
}

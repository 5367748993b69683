package dev.understudy.server;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of everything the server keeps on disk. It exists, and what is written into it by name is for its owner
/// only.
///
/// @param path absolute
record DataFolder(Path path) {

    static DataFolder at(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The data folder %s cannot be made (%s).".formatted(absolute, failure.getMessage()),
                    "Set UNDERSTUDY_DATA to a folder that this user may write to.",
                    failure);
        }
        return new DataFolder(absolute);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /// Reads the secret kept under this name, making it with `fresh` the first time.
    String secret(String name, java.util.function.Supplier<String> fresh) throws IOException {
        var file = file(name);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var secret = fresh.get();
        var half = file(name + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, ownerOnly());
        Files.writeString(half, secret + "\n");
        Files.move(half, file);
        return secret;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

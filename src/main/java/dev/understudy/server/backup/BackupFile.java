package dev.understudy.server.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A backup that is there to be read, whole and as it was written.
final class BackupFile implements Closeable {

    private static final String OTHER_FILE = "Take another backup; this one cannot be used.";

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens the file and reads all of it once, so that nothing is begun with what cannot be ended.
    ///
    /// @throws CommandFailure if it is no backup, or is not all there, or was changed
    static BackupFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure("There is no file %s.".formatted(path), "Give the file that backup made.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException unreadable) {
            throw new CommandFailure(
                    "%s is no backup, or not all of it is there.".formatted(path), OTHER_FILE, unreadable);
        }
        try {
            BackupFile file = new BackupFile(path, zip, manifest(path, zip));
            file.check();
            return file;
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// The rows of a table as COPY reads them.
    InputStream rows(Manifest.Contents contents) throws IOException {
        ZipEntry entry = zip.getEntry(contents.entry());
        if (entry == null) {
            throw damaged(contents, null);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new CommandFailure(
                    "%s is no backup of Understudy.".formatted(path), "Give the file that backup made.");
        }
        try (InputStream json = zip.getInputStream(entry)) {
            Manifest manifest = Manifest.read(json);
            if (manifest.format() > Manifest.FORMAT) {
                throw newer(manifest);
            }
            return manifest;
        } catch (JacksonException | ZipException unreadable) {
            throw new CommandFailure("%s is damaged.".formatted(path), OTHER_FILE, unreadable);
        }
    }

    /// What a version says of a backup that it is too old for.
    static CommandFailure newer(Manifest manifest) {
        return new CommandFailure(
                "The backup was made by a newer Understudy (version %s, schema %s)."
                        .formatted(manifest.application(), manifest.schema()),
                "Restore it with that version or a later one.");
    }

    private void check() throws IOException {
        for (Manifest.Contents contents : manifest.tables()) {
            MessageDigest digest = Backup.sha256();
            try (InputStream rows = new DigestInputStream(rows(contents), digest)) {
                rows.transferTo(OutputStream.nullOutputStream());
            } catch (IOException unreadable) {
                throw damaged(contents, unreadable);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(contents.sha256())) {
                throw damaged(contents, null);
            }
        }
    }

    private CommandFailure damaged(Manifest.Contents contents, @Nullable IOException cause) {
        String sentence =
                "%s is damaged: the rows of %s are not those that were saved.".formatted(path, contents.name());
        return cause == null
                ? new CommandFailure(sentence, OTHER_FILE)
                : new CommandFailure(sentence, OTHER_FILE, cause);
    }
}

package dev.understudy.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that come with the application, unpacked once per version.
final class PostgresBinaries {

    private static final int OWNER_EXECUTES = 0b001_000_000;

    private PostgresBinaries() {}

    /// Unpacks the programs for this machine below `folder` unless they are there, and tells where. A build that brings
    /// none takes the archive that somebody put into that folder.
    static Path unpackedIn(Path folder) throws IOException {
        return unpackedIn(folder, archiveName(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    static Path unpackedIn(Path folder, String name) throws IOException {
        var home = folder.resolve("postgres-" + fingerprint(folder, name));
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(folder);
        var half = Files.createTempDirectory(folder, "unpacking-");
        try (var archive = open(folder, name)) {
            unpack(archive, half);
        }
        Files.setPosixFilePermissions(half, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            FileTrees.delete(half);
            if (!Files.isDirectory(home)) {
                throw failure;
            }
            // another process was faster
        }
        return home;
    }

    static String archiveName(String system, String architecture) {
        var platform = system.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = architecture.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-%s-%s.txz".formatted(platform, processor);
    }

    private static InputStream open(Path folder, String name) throws IOException {
        var archive = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
        if (archive == null && Files.isRegularFile(folder.resolve(name))) {
            return Files.newInputStream(folder.resolve(name));
        }
        if (archive == null) {
            throw new CannotStart(
                    "This build of Understudy brings no PostgreSQL for %s on %s."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to a PostgreSQL"
                            + " of yours.");
        }
        return archive;
    }

    private static String fingerprint(Path folder, String name) throws IOException {
        try (var archive = open(folder, name)) {
            var digest = MessageDigest.getInstance("SHA-256");
            archive.transferTo(new java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("unexpected hard link " + entry.getName());
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & OWNER_EXECUTES) != 0 && !file.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make " + file + " executable");
            }
        }
    }
}

package dev.understudy.server.backup;

import dev.understudy.server.CannotStart;
import dev.understudy.server.CommandDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.PropertyResolver;

/// What the application does instead of serving when its first argument is `backup` or `restore`; the second one is a
/// file. Settings are those of the server, and the outcome is told in words, without any secret.
public final class Commands {

    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final int BUFFER = 1 << 16;

    private final PropertyResolver settings;
    private final PrintStream words;

    /// @param words where the outcome is told
    Commands(PropertyResolver settings, PrintStream words) {
        this.settings = settings;
        this.words = words;
    }

    /// Whether these arguments of the program are a command.
    public static boolean isOne(String... arguments) {
        return arguments.length > 0 && (arguments[0].equals(BACKUP) || arguments[0].equals(RESTORE));
    }

    /// Runs the command and returns the program's exit code. What follows the file are settings, as `--name=value`.
    public static int run(String... arguments) {
        SpringApplication nothing = new SpringApplication(Nothing.class);
        nothing.setWebApplicationType(WebApplicationType.NONE);
        nothing.setBannerMode(Banner.Mode.OFF);
        nothing.setLogStartupInfo(false);
        nothing.setDefaultProperties(Map.of("logging.level.root", "off"));
        try (var context = nothing.run(Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new))) {
            return new Commands(context.getEnvironment(), System.err)
                    .run(Arrays.stream(arguments)
                            .filter(argument -> !argument.startsWith("--"))
                            .toList());
        }
    }

    /// @param command its name and the file
    int run(List<String> command) {
        if (command.size() != 2) {
            words.println("Give one file: %s FILE".formatted(command.getFirst()));
            return MISUSED;
        }
        Path file = Path.of(command.get(1)).toAbsolutePath().normalize();
        try {
            if (command.getFirst().equals(BACKUP)) {
                backup(file);
            } else {
                restore(file);
            }
            return OK;
        } catch (CommandFailure failure) {
            return failed(failure.getMessage(), failure.remedy());
        } catch (CannotStart failure) {
            return failed(failure.getMessage(), failure.remedy());
        } catch (SQLException | FlywayException failure) {
            return failed("The database says: " + failure.getMessage(), "Nothing was changed by this command.");
        } catch (IOException failure) {
            return failed("It came to nothing: " + failure, "Nothing was changed by this command.");
        }
    }

    private int failed(@Nullable String sentence, String remedy) {
        words.println(sentence);
        words.println(remedy);
        return FAILED;
    }

    private void backup(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new CommandFailure("%s exists already.".formatted(file), "Give the name of a new file.");
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try (CommandDatabase database = CommandDatabase.beside(settings);
                Connection connection = connect(database)) {
            Manifest manifest = write(connection, half);
            Files.move(half, file);
            words.println("%s holds %s as of %s: %s, %d bytes. It has the secrets that the database has."
                    .formatted(file, database.place(), manifest.takenAt(), sum(manifest), Files.size(file)));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void restore(Path path) throws IOException, SQLException {
        try (BackupFile file = BackupFile.open(path);
                CommandDatabase database = CommandDatabase.alone(settings)) {
            connect(database).close();
            Manifest manifest = new Restore(database, file).run();
            words.println("%s holds what %s had at %s: %s."
                    .formatted(database.place(), path, manifest.takenAt(), sum(manifest)));
        }
    }

    private static String sum(Manifest manifest) {
        return String.format(
                Locale.ROOT,
                "%,d rows of %d tables",
                manifest.rows(),
                manifest.tables().size());
    }

    private static Connection connect(CommandDatabase database) {
        try {
            return database.connect();
        } catch (SQLException refused) {
            throw new CommandFailure(
                    "The database %s lets nobody in: %s".formatted(database.place(), refused.getMessage()),
                    "Set SPRING_DATASOURCE_URL, …_USERNAME and …_PASSWORD as for the server.",
                    refused);
        }
    }

    /// Writes a file for its owner's eyes only, down to the disk.
    private static Manifest write(Connection connection, Path file) throws IOException, SQLException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(
                        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly());
                OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            Manifest manifest = new Backup(connection, version()).writeTo(bytes);
            bytes.flush();
            channel.force(true);
            return manifest;
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String version() {
        String version = Commands.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /// A context without anything in it: only its settings are wanted.
    private static final class Nothing {}
}

package dev.understudy.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// The right to use a data folder. Only one process has it; the operating system takes it back when that process ends,
/// however it ends.
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock of(DataFolder folder) throws IOException {
        var file = folder.file("lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return new DataLock(channel);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the same answer as for another process
        }
        channel.close();
        throw new CannotStart(
                "Another Understudy (process %s) is using the data folder %s."
                        .formatted(Files.readString(file), folder.path()),
                "Stop that one, or give this one a folder of its own with UNDERSTUDY_DATA; several processes can share a"
                        + " PostgreSQL of yours through SPRING_DATASOURCE_URL.");
    }

    /// Whether a process has the lock of this folder.
    static boolean isHeld(DataFolder folder) throws IOException {
        try (var channel = FileChannel.open(folder.file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

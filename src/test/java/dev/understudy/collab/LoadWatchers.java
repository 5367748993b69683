package dev.understudy.collab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/// Everybody who watches, each with a connection, read by one thread so that they cost little beside the server.
final class LoadWatchers implements AutoCloseable {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Selector selector = Selector.open();
    private final List<LoadReplica> replicas = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final LongUnaryOperator submittedAt;
    private final Thread thread;
    private final LoadDelays delays = new LoadDelays();

    /// Returns when all of them watch.
    ///
    /// @param submittedAt when the change with this number was submitted, by [System#nanoTime]
    LoadWatchers(LoadTarget target, int count, LongUnaryOperator submittedAt) throws IOException, InterruptedException {
        this.submittedAt = submittedAt;
        for (int at = 0; at < count; at++) {
            SocketChannel channel =
                    SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()));
            channel.write(ByteBuffer.wrap(target.opening().getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            LoadReplica replica = new LoadReplica(target, this::arrived);
            channel.register(selector, SelectionKey.OP_READ, replica);
            replicas.add(replica);
        }
        thread = Thread.ofPlatform().name("watchers").start(this::run);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!replicas.stream().allMatch(LoadReplica::isOpen)) {
            pause(end, "Not all who watch were let in");
        }
    }

    /// Waits until all have so many changes.
    ///
    /// @return how long each change took to each of them
    /// @throws IllegalStateException if they do not come, or not in the same order
    LoadDelays until(int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!replicas.stream().allMatch(replica -> replica.count() >= count)) {
            pause(
                    end,
                    "Not all changes came to all who watch: " + count + ", but "
                            + replicas.stream().map(LoadReplica::count).toList());
        }
        close();
        thread.join();
        if (replicas.stream().mapToLong(LoadReplica::order).distinct().count() != 1
                || replicas.getFirst().count() != count) {
            throw new IllegalStateException("The changes came in different orders, or more than once");
        }
        return delays;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : List.copyOf(selector.isOpen() ? selector.keys() : List.of())) {
            key.channel().close();
        }
        selector.close();
    }

    private void run() {
        try {
            while (true) {
                selector.select(key -> read((SocketChannel) key.channel(), (LoadReplica) key.attachment()));
            }
        } catch (ClosedSelectorException closed) {
            // All is read.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(SocketChannel channel, LoadReplica replica) {
        try {
            if (channel.read(buffer.clear()) < 0) {
                throw new IllegalStateException("The server ended a stream");
            }
            replica.take(buffer.flip());
        } catch (IOException closed) {
            // By us, at the end.
        }
    }

    private void arrived(long number) {
        delays.add(System.nanoTime() - submittedAt.applyAsLong(number));
    }

    private static void pause(long end, String otherwise) throws InterruptedException {
        if (System.nanoTime() > end) {
            throw new IllegalStateException(otherwise);
        }
        Thread.sleep(5);
    }
}

package dev.understudy.speed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/// Talks over many WebSockets at once from one thread: each sends a message when the last one has come back.
final class SocketLoad {

    private static final int CONNECTIONS = 32;
    private static final int MESSAGE_BYTES = 100;
    private static final int REPLY_BYTES = 2 + MESSAGE_BYTES;
    private static final ByteBuffer MESSAGE = message();

    private final Selector selector;
    private long replies;

    private SocketLoad(Selector selector) {
        this.selector = selector;
    }

    /// Messages that came back, a second.
    ///
    /// @throws IOException if a server refuses, closes, or sends back something else than what it got
    static double rate(Peer peer, String path, int seconds) throws IOException {
        try (Selector selector = Selector.open()) {
            SocketLoad load = new SocketLoad(selector);
            for (int at = 0; at < CONNECTIONS; at++) {
                load.connect(peer, path);
            }
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                selector.select(load::read);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return load.replies * 1e9 / (System.nanoTime() - start);
        }
    }

    private void connect(Peer peer, String path) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), peer.port()));
        channel.write(
                US_ASCII.encode(
                        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        StringBuilder head = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (head.indexOf("\r\n\r\n") < 0 && channel.read(one) > 0) {
            head.append((char) one.flip().get());
            one.clear();
        }
        if (head.indexOf(" 101 ") < 0) {
            throw new IOException(peer.name() + " opened no WebSocket: " + head);
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(REPLY_BYTES));
        channel.write(MESSAGE.duplicate());
    }

    private void read(SelectionKey key) {
        try {
            SocketChannel channel = (SocketChannel) key.channel();
            ByteBuffer reply = (ByteBuffer) key.attachment();
            if (channel.read(reply) < 0) {
                throw new IOException("The server closed a WebSocket");
            }
            if (!reply.hasRemaining()) {
                if (reply.get(1) != MESSAGE_BYTES || reply.get(REPLY_BYTES - 1) != 'm') {
                    throw new IOException("The server sent back something else");
                }
                reply.clear();
                replies++;
                channel.write(MESSAGE.duplicate());
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A text frame under a mask that changes nothing.
    private static ByteBuffer message() {
        ByteBuffer frame = ByteBuffer.allocateDirect(6 + MESSAGE_BYTES);
        frame.put((byte) 0x81).put((byte) (0x80 | MESSAGE_BYTES)).putInt(0);
        return frame.put("m".repeat(MESSAGE_BYTES).getBytes(US_ASCII)).flip();
    }
}

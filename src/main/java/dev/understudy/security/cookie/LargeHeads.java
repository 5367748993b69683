package dev.understudy.security.cookie;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// Reads the head of a request before the server does, and makes it smaller if others have set so many cookies for this
/// host that the server would refuse it. It waits for the head on the connection's own virtual thread.
final class LargeHeads<S> implements Handler<S> {

    /// Smaller heads go through untouched.
    private static final int USUAL_BYTES = 8 * 1024;

    /// With less room in a buffer a socket would keep some of what it has read to itself.
    private static final int READ_BYTES = 8 * 1024;

    /// How long those may take that are larger than usual.
    private static final Duration LARGE_TIME = Duration.ofSeconds(30);

    private final Handler<S> server;
    private volatile Duration headTime = LARGE_TIME;

    LargeHeads(Handler<S> server) {
        this.server = server;
    }

    /// How long a head of the usual size may take.
    void headTime(Duration time) {
        headTime = time;
    }

    @Override
    public SocketState process(SocketWrapperBase<S> socket, SocketEvent event) {
        // A connection that has a processor is in the middle of something.
        if (event == SocketEvent.OPEN_READ && socket.getCurrentProcessor() == null) {
            try {
                if (!readInTime(socket)) {
                    return SocketState.CLOSED;
                }
            } catch (IOException gone) {
                return SocketState.CLOSED;
            }
        }
        return server.process(socket, event);
    }

    /// A client that sends nothing for as long as a head may take is cut off as well.
    private boolean readInTime(SocketWrapperBase<S> socket) throws IOException {
        long patience = socket.getReadTimeout();
        socket.setReadTimeout(headTime.toMillis());
        try {
            return read(socket, headTime);
        } finally {
            socket.setReadTimeout(patience);
        }
    }

    /// False if the client takes too long.
    private static boolean read(SocketWrapperBase<?> socket, Duration headTime) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(USUAL_BYTES + READ_BYTES);
        boolean begun = socket.read(false, buffer) > 0;
        buffer.limit(buffer.capacity());
        if (!begun) {
            return true;
        }
        long start = System.nanoTime();
        boolean more = isHttp(buffer);
        while (more && !hasEnd(buffer) && buffer.position() <= USUAL_BYTES) {
            if (System.nanoTime() - start > headTime.toNanos()) {
                return false;
            }
            more = readOn(socket, buffer);
        }
        boolean usual = !more || hasEnd(buffer);
        buffer.flip();
        if (usual) {
            giveBack(socket, buffer);
            return true;
        }
        return sieve(socket, buffer, start);
    }

    private static boolean sieve(SocketWrapperBase<?> socket, ByteBuffer buffer, long start) throws IOException {
        HeadSieve sieve = new HeadSieve();
        sieve.take(buffer);
        while (!sieve.isThrough() && !sieve.isTooLarge()) {
            if (System.nanoTime() - start > LARGE_TIME.toNanos()) {
                return false;
            }
            buffer.clear();
            if (!readOn(socket, buffer)) {
                break;
            }
            buffer.flip();
            sieve.take(buffer);
        }
        // The next one on this connection might be read by the server alone.
        socket.setKeepAliveLeft(1);
        giveBack(socket, sieve.kept());
        return true;
    }

    /// False at the end of what comes.
    private static boolean readOn(SocketWrapperBase<?> socket, ByteBuffer buffer) throws IOException {
        boolean more = socket.read(true, buffer) > 0;
        buffer.limit(buffer.capacity());
        return more;
    }

    private static void giveBack(SocketWrapperBase<?> socket, ByteBuffer bytes) {
        SocketBufferHandler buffers = socket.getSocketBufferHandler();
        if (bytes.remaining() > buffers.getReadBuffer().capacity()) {
            buffers.expand(bytes.remaining());
        }
        socket.unRead(bytes);
    }

    /// A method or the empty lines that may stand before it; what else comes, the server refuses at once.
    private static boolean isHttp(ByteBuffer buffer) {
        byte first = buffer.get(0);
        return (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || first == '\r' || first == '\n';
    }

    private static boolean hasEnd(ByteBuffer buffer) {
        for (int at = 1; at < buffer.position(); at++) {
            if (buffer.get(at) == '\n'
                    && (buffer.get(at - 1) == '\n'
                            || (at > 1 && buffer.get(at - 1) == '\r' && buffer.get(at - 2) == '\n'))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable Object getGlobal() {
        return server.getGlobal();
    }

    @Override
    public void release(SocketWrapperBase<S> socket) {
        server.release(socket);
    }

    @Override
    public void pause() {
        server.pause();
    }

    @Override
    public void recycle() {
        server.recycle();
    }
}

package dev.understudy.hosting.wire;

import dev.understudy.hosting.intake.HeadConduit;
import dev.understudy.hosting.runtime.MockRuntime;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/// The threads and buffers that all listeners of the process share, and the place where addresses are bound. Any
/// thread may call it.
public final class WireServer implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    /// Room for the largest record of TLS, which comes whole or not at all.
    private static final int TLS_BUFFER_BYTES = 17 * 1024;
    private static final int MIN_IO_THREADS = 2;
    private static final int BACKLOG = 1_024;

    private static final long UNLIMITED = -1;

    /// How many times the largest body a client may send in vain after it was refused.
    private static final long IGNORED_BODIES = 2;

    /// A listener that is bound. Closing it more than once is harmless.
    public interface Binding extends AutoCloseable {

        int port();

        /// Takes no new connections, lets requests under way finish for a while, and closes the connections.
        @Override
        void close();
    }

    private final XnioWorker worker;
    private final ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES);
    private final ByteBufferPool tlsBuffers = new DefaultByteBufferPool(true, TLS_BUFFER_BYTES);
    private final WireLimits limits;
    private final BufferQuota room;
    private final ResponseSender sender;

    public WireServer(Clock clock, WireLimits limits) {
        this(clock, limits, BufferQuota.ofThisProcess());
    }

    public WireServer(Clock clock, WireLimits limits, BufferQuota room) {
        this.limits = limits;
        this.room = room;
        this.sender = new ResponseSender(limits, new ConnectionHeaders(clock), room);
        try {
            this.worker = Xnio.getInstance()
                    .createWorker(OptionMap.builder()
                            .set(Options.WORKER_NAME, "listeners")
                            .set(
                                    Options.WORKER_IO_THREADS,
                                    Math.max(
                                            MIN_IO_THREADS, Runtime.getRuntime().availableProcessors()))
                            .set(Options.WORKER_TASK_CORE_THREADS, 1)
                            .set(Options.WORKER_TASK_MAX_THREADS, 1)
                            .set(Options.THREAD_DAEMON, true)
                            .getMap());
        } catch (IOException failure) {
            throw new IllegalStateException("No threads for listeners", failure);
        }
    }

    /// Starts to answer on an address.
    ///
    /// @param port 0 for any free one
    /// @param tls with which it speaks TLS; empty if it does not
    /// @throws IOException if the address can't be had
    public Binding bind(InetAddress address, int port, MockRuntime mock, Optional<SSLContext> tls) throws IOException {
        InFlightExchanges pending = new InFlightExchanges();
        HttpOpenListener opener = new HttpOpenListener(buffers, options());
        opener.setRootHandler(new UndertowAdapter(mock, limits, room, sender, pending));
        InetSocketAddress place = new InetSocketAddress(address, port);
        AcceptingChannel<? extends StreamConnection> acceptor =
                tls.isPresent() ? secure(place, opener, tls.get()) : plain(place, opener);
        acceptor.resumeAccepts();
        return new Bound(acceptor, opener, pending, limits.stopMillis());
    }

    private AcceptingChannel<? extends StreamConnection> plain(InetSocketAddress place, HttpOpenListener opener)
            throws IOException {
        return worker.createStreamConnectionServer(
                place, ChannelListeners.<StreamConnection>openListenerAdapter(entry(opener)), socketOptions());
    }

    private AcceptingChannel<? extends StreamConnection> secure(
            InetSocketAddress place, HttpOpenListener opener, SSLContext tls) throws IOException {
        return new UndertowXnioSsl(worker.getXnio(), OptionMap.EMPTY, tlsBuffers, tls)
                .createSslConnectionServer(
                        worker, place, ChannelListeners.openListenerAdapter(entry(opener)), socketOptions());
    }

    /// Puts our reading of heads before Undertow's.
    private ChannelListener<StreamConnection> entry(HttpOpenListener opener) {
        return connection -> {
            ConduitStreamSourceChannel source = connection.getSourceChannel();
            source.setConduit(
                    new HeadConduit(source.getConduit(), limits.headBytes(), IGNORED_BODIES * limits.bodyBytes()));
            opener.handleEvent(connection);
        };
    }

    @Override
    public void close() {
        worker.shutdownNow();
        buffers.close();
        tlsBuffers.close();
    }

    private OptionMap options() {
        return OptionMap.builder()
                .set(UndertowOptions.ALWAYS_SET_DATE, false)
                .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                // the adapter counts bodies itself; Undertow's own limit is smaller and cuts the connection off
                .set(UndertowOptions.MAX_ENTITY_SIZE, UNLIMITED)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, limits.headMillis())
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, limits.idleMillis())
                .getMap();
    }

    private OptionMap socketOptions() {
        return OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BACKLOG, BACKLOG)
                .set(Options.CONNECTION_HIGH_WATER, limits.connections())
                .set(Options.CONNECTION_LOW_WATER, limits.connections())
                .getMap();
    }

    private record Bound(
            AcceptingChannel<? extends StreamConnection> acceptor,
            HttpOpenListener opener,
            InFlightExchanges pending,
            int stopMillis)
            implements Binding {

        @Override
        public int port() {
            return acceptor.getLocalAddress(InetSocketAddress.class).getPort();
        }

        @Override
        public void close() {
            IoUtils.safeClose(acceptor);
            try {
                pending.await(stopMillis);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            opener.closeConnections();
        }
    }
}

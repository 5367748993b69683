package dev.understudy.hosting.resend;

import dev.understudy.hosting.listener.ListenerHere;
import dev.understudy.hosting.runtime.Resends;
import dev.understudy.hosting.tls.AnyCertificate;
import dev.understudy.traffic.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a request to a listener of this process: to the address at which it is bound, and to nothing else, whatever
/// the request says.
final class OwnCall {

    /// How long somebody waits for the answer to be on its way.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /// How long the connection stays open for it.
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private static final int CONNECT_MILLIS = 2_000;
    private static final SSLContext TLS = AnyCertificate.context();
    private static final Logger LOG = LoggerFactory.getLogger(OwnCall.class);

    private final ListenerHere listener;

    OwnCall(ListenerHere listener) {
        this.listener = listener;
    }

    /// Sends it, and waits until it was answered, or for [#PATIENCE].
    Resent send(Exchange exchange, String by) {
        String word = UUID.randomUUID().toString();
        CompletableFuture<Supplier<Exchange>> logged = new CompletableFuture<>();
        listener.mock().resends().expect(word, new Resends.Awaited(by, logged));
        Thread.ofVirtual().name("send-again").start(() -> {
            try {
                hold(RawRequest.of(exchange, word), logged);
            } catch (IOException failure) {
                LOG.debug("A request was not sent again", failure);
                logged.completeExceptionally(failure);
            } finally {
                listener.mock().resends().claim(word);
            }
        });
        try {
            return new Resent.Sent(Optional.of(
                    logged.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).get().id()));
        } catch (TimeoutException _) {
            return new Resent.Sent(Optional.empty());
        } catch (ExecutionException _) {
            return listener.stillThere().getAsBoolean()
                    ? Resent.Refused.of(Resent.Why.FAILED)
                    : Resent.Refused.of(Resent.Why.STOPPED);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Resent.Sent(Optional.empty());
        }
    }

    private void hold(byte[] request, CompletableFuture<Supplier<Exchange>> logged) throws IOException {
        try (Socket plain = new Socket()) {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(Math.toIntExact(AT_MOST.toMillis()));
            plain.connect(listener.address(), CONNECT_MILLIS);
            // as long as it is bound there nobody else can be: what is connected is the listener itself
            if (!listener.stillThere().getAsBoolean()) {
                throw new IOException("The listener has gone");
            }
            Socket socket = listener.secure() ? secured(plain) : plain;
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            InputStream in = socket.getInputStream();
            if (in.read() < 0) {
                throw new IOException("No answer");
            }
            // an answer is logged before it is sent
            if (!logged.isDone()) {
                throw new IOException("The listener refused it");
            }
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) TLS.getSocketFactory()
                .createSocket(
                        plain,
                        listener.address().getAddress().getHostAddress(),
                        listener.address().getPort(),
                        true);
        socket.startHandshake();
        return socket;
    }
}

package dev.understudy.hosting.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// A connection to a listener on which every byte shows, one character for each.
public final class Wire implements AutoCloseable {

    private final Socket socket;

    public Wire(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
    }

    /// A connection over TLS, with a server of whatever certificate.
    static Wire secure(int port) throws IOException, GeneralSecurityException {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Anybody()}, null);
        return new Wire(trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port));
    }

    public static String ask(int port, String request) throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send(request);
            return wire.response();
        }
    }

    public static String get(int port, String path) throws IOException {
        return ask(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    public static String bodyOf(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }

    public static int statusOf(String response) {
        return Integer.parseInt(response.substring(9, 12));
    }

    public void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Head and body of one response with a length, without its moment.
    public String response() throws IOException {
        String head = head();
        int at = head.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
        byte[] body = socket.getInputStream().readNBytes(length);
        return head + new String(body, StandardCharsets.ISO_8859_1);
    }

    /// A head alone, as an answer to `HEAD` is.
    public String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                return head.toString(StandardCharsets.ISO_8859_1) + "<end>";
            }
            head.write(octet);
        }
        return head.toString(StandardCharsets.ISO_8859_1).replaceAll("(?m)^Date: .* GMT$", "Date: NOW");
    }

    /// Tells the server that nothing will follow.
    void sendsNoMore() throws IOException {
        socket.shutdownOutput();
    }

    /// Whether the server closes the connection within the time.
    public boolean closesWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (SocketException _) {
            return true;
        }
    }

    /// Whether the server has cut the connection; what it said before may still be waiting. Sends a byte to find out.
    boolean isCutOff() {
        try {
            send("x");
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /// Whether the server says something within the time.
    boolean hasAnswerWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

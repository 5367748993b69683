package dev.understudy.hosting.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// Another server on this machine: it keeps what it was asked, byte for byte, gives the answers it is told to give,
/// and closes the connection after each.
public final class Upstream implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /// Answers every request.
    ///
    /// @param answers from the request's bytes to the answer's; nothing more is sent after `<hold>`
    public Upstream(UnaryOperator<String> answers) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> serve(socket, answers));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    public static Upstream saying(String answer) throws IOException {
        return new Upstream(_ -> answer);
    }

    public static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /// What it was asked so far.
    public List<String> requests() {
        return requests;
    }

    private void serve(Socket accepted, UnaryOperator<String> answers) {
        try (Socket socket = accepted) {
            String request = read(socket.getInputStream());
            requests.add(request);
            String answer = answers.apply(request);
            boolean hold = answer.endsWith("<hold>");
            socket.getOutputStream().write(answer.replace("<hold>", "").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (hold) {
                socket.getInputStream().read();
            }
        } catch (IOException _) {
            // the other side has gone
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            head.write(octet);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
        return text + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package dev.understudy.security;

import dev.understudy.server.heavy.HeldStream;
import dev.understudy.server.heavy.Hold;
import dev.understudy.server.heavy.WorkEnded;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A request of a browser whose body is bounded, and counted as memory as long as the request goes on. Whoever has not
/// signed in has little to say. For the thread of the request.
final class BoundedMessage extends HttpServletRequestWrapper {

    static final String ATTRIBUTE = BoundedMessage.class.getName();

    static final int STRANGERS_BYTES = 64 * 1024;

    /// More than the largest file that a page uploads.
    static final int MOST_BYTES = 40 * 1024 * 1024;

    private final Hold hold;
    private @Nullable ServletInputStream in;
    private int refused;
    private boolean paid;

    BoundedMessage(HttpServletRequest request, Hold hold) {
        super(request);
        this.hold = hold;
    }

    /// The status of the answer to a body that was not taken.
    OptionalInt refusal() {
        return refused == 0 ? OptionalInt.empty() : OptionalInt.of(refused);
    }

    /// The web server itself reads forms, all at once; they are no larger than what strangers may send.
    void payForForm() {
        String type = getContentType();
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            take(STRANGERS_BYTES);
        }
    }

    /// Takes what a body will need that says how long it is, as soon as it is known whose it is. False if that can't be
    /// had.
    boolean admit() {
        long length = getContentLengthLong();
        if (length > most()) {
            refused = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        } else if (length > 0) {
            try {
                take(length);
                paid = true;
            } catch (WorkEnded full) {
                return false;
            }
        }
        return refused == 0;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream known = in;
        if (known == null) {
            known = new Counted(super.getInputStream(), most());
            in = known;
        }
        return known;
    }

    /// Messages of pages are JSON, so it is UTF-8 whatever else is claimed.
    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static int most() {
        return CurrentUser.signedIn().isPresent() ? MOST_BYTES : STRANGERS_BYTES;
    }

    private void take(long bytes) {
        try {
            hold.take(bytes);
        } catch (WorkEnded full) {
            refused = statusOf(full);
            throw full;
        }
    }

    private static int statusOf(WorkEnded full) {
        return full.reason() == WorkEnded.Reason.SHARE_FULL ? 429 : 503;
    }

    /// To the framework it is as if the connection had ended: nothing that is worth a line of the log.
    private IOException refuse(int status) {
        refused = status;
        return new IOException("The body of this request is not taken");
    }

    private final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final InputStream counted;
        private long left;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.counted = paid ? body : new HeldStream(body, hold);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = counted.read(bytes, offset, length);
                left -= Math.max(0, count);
                if (left < 0) {
                    throw refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                }
                return count;
            } catch (WorkEnded full) {
                throw refuse(statusOf(full));
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}

package dev.understudy.server.heavy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Takes every byte that is read from a hold, for whoever keeps what was read. For one thread.
public final class HeldStream extends FilterInputStream {

    /// What is taken at once: asking for every byte would cost more than the byte.
    private static final int STEP = 16 * 1024;

    private final Hold hold;
    private long paid;

    public HeldStream(InputStream in, Hold hold) {
        super(in);
        this.hold = hold;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            pay(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            pay(count);
        }
        return count;
    }

    private void pay(int count) {
        paid -= count;
        if (paid < 0) {
            long more = Math.max(STEP, -paid);
            hold.take(more);
            paid += more;
        }
    }
}

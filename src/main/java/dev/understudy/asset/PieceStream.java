package dev.understudy.asset;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntFunction;

/// Reads a file piece by piece, so that whoever takes it slowly holds one piece and no connection to the database. For
/// one thread.
final class PieceStream extends InputStream {

    private final int size;
    private final IntFunction<byte[]> pieces;
    private byte[] piece;
    private int at;
    private int fetched;

    /// @param first the first piece
    /// @param pieces the bytes from a position on; none if it is gone
    PieceStream(int size, byte[] first, IntFunction<byte[]> pieces) {
        this.size = size;
        this.piece = first;
        this.fetched = first.length;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, count);
        at += count;
        return count;
    }

    /// False at the end.
    private boolean fill() throws IOException {
        if (at == piece.length && fetched < size) {
            // Not two at a time.
            piece = new byte[0];
            piece = pieces.apply(fetched);
            at = 0;
            fetched += piece.length;
            if (piece.length == 0) {
                throw new IOException("The content went while it was read");
            }
        }
        return at < piece.length;
    }
}

package dev.understudy.hosting.wire;

/// A client of a WebSocket route, for tests elsewhere.
public final class Talker implements AutoCloseable {

    private final Peer peer;

    private Talker(Peer peer) {
        this.peer = peer;
    }

    public static Talker open(int port, String path) throws Exception {
        return new Talker(Peer.open(port, path));
    }

    /// Says it, and waits for an answer.
    public void say(String text) throws Exception {
        peer.say(text);
        peer.hear();
    }

    public void leave() throws Exception {
        peer.leave(1000, "bye");
    }

    @Override
    public void close() {
        peer.close();
    }
}

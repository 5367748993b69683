package dev.understudy.collab;

import java.util.function.LongSupplier;

/// A server that takes edits and tells everybody who watches of them.
///
/// @param pid of its process, for what it costs
/// @param path where edits are sent and changes come from; empty if both go through one WebSocket
/// @param token that lets in
/// @param revision tells how far the document is
record LoadTarget(String name, int port, long pid, String path, String token, LongSupplier revision) {

    /// What is sent to watch, or to open the WebSocket.
    String opening() {
        return isWebSocket()
                ? """
                GET / HTTP/1.1
                Host: 127.0.0.1
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                Sec-WebSocket-Version: 13

                """.replace("\n", "\r\n")
                : """
                GET %s/changes HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s

                """.formatted(path, token).replace("\n", "\r\n");
    }

    boolean isWebSocket() {
        return path.isEmpty();
    }
}

package dev.understudy.speed;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Undertow with a constant answer: what is possible at all. Prints its port.
final class Bare {

    private Bare() {}

    public static void main(String[] arguments) throws InterruptedException {
        byte[] bytes = Bodies.KILOBYTE.getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
                    exchange.getResponseSender().send(body.duplicate());
                })
                .build();
        server.start();
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
        System.out.println("port " + address.getPort());
        Thread.currentThread().join();
    }
}

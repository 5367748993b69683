package dev.understudy.speed;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Undertow with a constant answer, and an echo at `/echo`: what is possible at all. Prints its port.
final class Bare {

    private static final HttpHandler ECHO = Handlers.websocket((_, channel) -> {
        channel.getReceiveSetter().set(new AbstractReceiveListener() {
            @Override
            protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
                WebSockets.sendText(message.getData(), from, null);
            }
        });
        channel.resumeReceives();
    });

    private Bare() {}

    public static void main(String[] arguments) throws InterruptedException {
        byte[] bytes = Bodies.KILOBYTE.getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", exchange -> {
                    if (exchange.getRequestPath().equals("/echo")) {
                        ECHO.handleRequest(exchange);
                        return;
                    }
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

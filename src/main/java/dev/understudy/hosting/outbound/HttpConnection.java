package dev.understudy.hosting.outbound;

import dev.understudy.mock.wire.WireHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/// One request over one connection that is used for nothing else, and its answer. Headers go out as they are given,
/// in their order and spelling.
final class HttpConnection {

    private static final Http1Config CONFIG = Http1Config.custom()
            .setMaxHeaderCount(500)
            .setMaxLineLength(64 * 1024)
            .setMaxEmptyLineCount(5)
            .build();

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private HttpConnection() {}

    static OutboundAnswer hold(Socket socket, RequestUrl target, OutboundRequest request, int maxAnswerBytes)
            throws OutboundFailure, IOException {
        try (DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(CONFIG)) {
            connection.bind(socket);
            ClassicHttpResponse response =
                    new HttpRequestExecutor().execute(message(target, request), connection, HttpCoreContext.create());
            return answer(response, maxAnswerBytes);
        } catch (HttpException failure) {
            throw new OutboundFailure("Parse Error: " + failure.getMessage());
        } catch (SocketTimeoutException _) {
            throw new OutboundFailure("no answer came in time");
        } catch (NoHttpResponseException | ConnectionClosedException | EOFException | SocketException _) {
            throw new OutboundFailure("socket hang up");
        }
    }

    private static ClassicHttpRequest message(RequestUrl target, OutboundRequest request) {
        BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), target.path());
        if (request.headers().stream().noneMatch(header -> header.name().equalsIgnoreCase("host"))) {
            message.addHeader("host", target.authority());
        }
        for (WireHeader header : request.headers()) {
            if (!isFraming(header.name())) {
                message.addHeader(header.name(), header.value());
            }
        }
        if (request.body().length > 0 || WITH_BODY.contains(request.method())) {
            message.addHeader("content-length", request.body().length);
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return message;
    }

    private static boolean isFraming(String name) {
        return name.equalsIgnoreCase("content-length")
                || name.equalsIgnoreCase("transfer-encoding")
                || name.equalsIgnoreCase("expect");
    }

    private static OutboundAnswer answer(ClassicHttpResponse response, int maxBytes)
            throws OutboundFailure, IOException {
        List<WireHeader> headers = new ArrayList<>();
        response.headerIterator()
                .forEachRemaining(header -> headers.add(new WireHeader(header.getName(), text(header))));
        HttpEntity entity = response.getEntity();
        byte[] body = {};
        if (entity != null) {
            InputStream content = entity.getContent();
            body = content.readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw new OutboundFailure("the answer is larger than " + maxBytes + " bytes");
            }
        }
        return new OutboundAnswer(response.getCode(), headers, body);
    }

    private static String text(org.apache.hc.core5.http.Header header) {
        return header.getValue() == null ? "" : header.getValue();
    }
}

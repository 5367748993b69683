package dev.understudy.hosting;

import dev.understudy.hosting.outbound.Manner;
import dev.understudy.hosting.outbound.OutboundAnswer;
import dev.understudy.hosting.outbound.OutboundRequest;
import dev.understudy.hosting.outbound.OutboundResult;
import dev.understudy.mock.OutgoingCall;
import dev.understudy.mock.wire.Header;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.CallbackReport;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Mishap;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Sends the requests that an answer brings with it, all at the same time, and writes down what came of them. The
/// answer waits for none of them.
final class Callbacks {

    /// What the reference's platform sends with every request, if the author has not said otherwise.
    private static final List<Header> USUAL = List.of(
            new Header("accept", "*/*"),
            new Header("accept-language", "*"),
            new Header("sec-fetch-mode", "cors"),
            new Header("user-agent", "node"),
            new Header("accept-encoding", "gzip, deflate"));

    private static final Header KEPT = new Header("connection", "keep-alive");

    private static final Header TEXT = new Header("content-type", "text/plain;charset=UTF-8");

    private Callbacks() {}

    /// Sends them.
    ///
    /// @param own where the mock listens, for those that it sends to itself
    /// @param secure whether it speaks TLS there
    static void send(List<OutgoingCall> calls, HostedMock mock, InetSocketAddress own, boolean secure) {
        for (OutgoingCall call : calls) {
            OutboundRequest request = new OutboundRequest(call.method(), call.url(), headers(call), call.body());
            Consumer<OutboundResult> then = result -> report(mock, call, result);
            if (call.url().startsWith("/")) {
                mock.outbound().askSelf(own, secure, request, Manner.CALLBACK, call.delayMillis(), then);
            } else {
                mock.outbound().ask(request, Manner.CALLBACK, call.delayMillis(), then);
            }
        }
    }

    private static List<Header> headers(OutgoingCall call) {
        List<Header> headers = new ArrayList<>();
        headers.add(KEPT);
        headers.addAll(call.headers());
        if (call.body().length > 0) {
            addUnlessThere(headers, TEXT);
        }
        USUAL.forEach(header -> addUnlessThere(headers, header));
        return headers;
    }

    private static void addUnlessThere(List<Header> headers, Header header) {
        if (headers.stream().noneMatch(other -> other.name().equalsIgnoreCase(header.name()))) {
            headers.add(header);
        }
    }

    private static void report(HostedMock mock, OutgoingCall call, OutboundResult result) {
        Instant now = Instant.now();
        switch (result) {
            case OutboundResult.Answered(OutboundAnswer answer) ->
                mock.traffic()
                        .add(new CallbackReport(
                                now,
                                call.name(),
                                call.method(),
                                call.url(),
                                lines(call.headers()),
                                BodyExcerpt.of(call.body()),
                                answer.status(),
                                lines(answer.headers()),
                                BodyExcerpt.of(answer.body()),
                                ""));
            case OutboundResult.Failed(String reason) -> {
                mock.traffic()
                        .add(new CallbackReport(
                                now,
                                call.name(),
                                call.method(),
                                call.url(),
                                lines(call.headers()),
                                BodyExcerpt.of(call.body()),
                                0,
                                List.of(),
                                BodyExcerpt.EMPTY,
                                reason));
                mock.traffic().add(new Mishap(now, "CALLBACK_ERROR", "Error while executing callback: " + reason));
            }
        }
    }

    private static List<HeaderLine> lines(List<Header> headers) {
        return headers.stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
    }
}

package dev.understudy.hosting.runtime;

import dev.understudy.hosting.outbound.OutboundAnswer;
import dev.understudy.hosting.outbound.OutboundRequest;
import dev.understudy.hosting.outbound.OutboundResult;
import dev.understudy.hosting.outbound.RequestPolicy;
import dev.understudy.mock.exchange.OutgoingCall;
import dev.understudy.mock.wire.WireHeader;
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
public final class Callbacks {

    /// What the reference's platform sends with every request, if the author has not said otherwise.
    private static final List<WireHeader> USUAL = List.of(
            new WireHeader("accept", "*/*"),
            new WireHeader("accept-language", "*"),
            new WireHeader("sec-fetch-mode", "cors"),
            new WireHeader("user-agent", "node"),
            new WireHeader("accept-encoding", "gzip, deflate"));

    private static final WireHeader KEPT = new WireHeader("connection", "keep-alive");

    private static final WireHeader TEXT = new WireHeader("content-type", "text/plain;charset=UTF-8");

    private Callbacks() {}

    /// Sends them.
    ///
    /// @param own where the mock listens, for those that it sends to itself
    /// @param secure whether it speaks TLS there
    /// @param told hears what came of each, on some thread
    public static void send(
            List<OutgoingCall> calls,
            MockRuntime mock,
            InetSocketAddress own,
            boolean secure,
            Consumer<CallbackReport> told) {
        for (OutgoingCall call : calls) {
            OutboundRequest request = new OutboundRequest(call.method(), call.url(), headers(call), call.body());
            Consumer<OutboundResult> then = result -> {
                CallbackReport report = report(mock, call, result);
                mock.traffic().add(report);
                told.accept(report);
            };
            if (call.url().startsWith("/")) {
                mock.outbound().askSelf(own, secure, request, RequestPolicy.CALLBACK, call.delayMillis(), then);
            } else {
                mock.outbound().ask(request, RequestPolicy.CALLBACK, call.delayMillis(), then);
            }
        }
    }

    private static List<WireHeader> headers(OutgoingCall call) {
        List<WireHeader> headers = new ArrayList<>();
        headers.add(KEPT);
        headers.addAll(call.headers());
        if (call.body().length > 0) {
            addUnlessThere(headers, TEXT);
        }
        USUAL.forEach(header -> addUnlessThere(headers, header));
        return headers;
    }

    private static void addUnlessThere(List<WireHeader> headers, WireHeader header) {
        if (headers.stream().noneMatch(other -> other.name().equalsIgnoreCase(header.name()))) {
            headers.add(header);
        }
    }

    private static CallbackReport report(MockRuntime mock, OutgoingCall call, OutboundResult result) {
        Instant now = Instant.now();
        return switch (result) {
            case OutboundResult.Answered(OutboundAnswer answer) -> {
                BodyExcerpt body = mock.traffic().excerpt(answer.body());
                yield report(mock, now, call, answer.status(), lines(answer.headers()), body, "");
            }
            case OutboundResult.Failed failure -> {
                mock.traffic()
                        .add(new Mishap(now, "CALLBACK_ERROR", "Error while executing callback: " + failure.reason()));
                yield report(mock, now, call, 0, List.of(), BodyExcerpt.EMPTY, failure.reason());
            }
        };
    }

    private static CallbackReport report(
            MockRuntime mock,
            Instant at,
            OutgoingCall call,
            int status,
            List<HeaderLine> headers,
            BodyExcerpt body,
            String failure) {
        return new CallbackReport(
                at,
                call.name(),
                call.method(),
                call.url(),
                lines(call.headers()),
                mock.traffic().excerpt(call.body()),
                status,
                headers,
                body,
                failure);
    }

    private static List<HeaderLine> lines(List<WireHeader> headers) {
        return headers.stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
    }
}

package dev.understudy.recording;

import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.observed.Observation;
import dev.understudy.observed.Observed;
import dev.understudy.traffic.HeaderLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Exchanges that are written together: the same again is counted, not kept twice. Used by one thread.
final class Batch {

    /// An exchange as a [Witness] heard of it.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Heard(MockRequest request, int status, List<WireHeader> headers, byte[] body, Instant at) {

        long bytes() {
            return 1_000L + request.body().length + body.length;
        }
    }

    private final TapeRoom room;
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private long leftOut;
    private long bytes;
    private int heard;

    /// @param room of which exchanges have taken theirs already, but for what they are more when they are unpacked
    Batch(TapeRoom room) {
        this.room = room;
    }

    void add(Heard heard) {
        bytes += heard.bytes();
        this.heard++;
        MockRequest request = heard.request();
        String type = Objects.requireNonNullElse(request.headers().first("Content-Type"), "");
        Observation.Asked asked =
                new Observation.Asked(request.method(), request.rawPath(), request.rawQuery(), type, request.body());
        List<HeaderLine> headers = heard.headers().stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
        switch (Observation.of(asked, heard.status(), headers, heard.body())) {
            case Observation.Seen(Observed observed, byte[] content) -> {
                long more = (long) content.length - heard.body().length;
                if (more <= 0 || room.take(more)) {
                    bytes += Math.max(0, more);
                    add(new Taken(observed, heard.at(), content));
                } else {
                    leftOut++;
                }
            }
            // a client that has it already hears nothing that others could be told
            case Observation.LeftOut(Observation.Why why) when why == Observation.Why.NOT_MODIFIED -> {}
            case Observation.LeftOut _ -> leftOut++;
        }
    }

    private void add(Taken one) {
        taken.merge(
                one.observed().key(),
                one,
                (before, now) -> new Taken(before.observed().then(now.observed().answer()), now.at(), now.content()));
    }

    void leaveOut(long count) {
        leftOut += count;
    }

    List<Taken> taken() {
        return List.copyOf(taken.values());
    }

    long leftOut() {
        return leftOut;
    }

    /// What it holds in memory, about.
    long bytes() {
        return bytes;
    }

    /// How many exchanges it is made of.
    int heard() {
        return heard;
    }

    /// How many requests are lost with it.
    long count() {
        return heard + leftOut;
    }

    boolean isEmpty() {
        return taken.isEmpty() && leftOut == 0;
    }
}

package dev.understudy.traffic.kept;

import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Reason;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Exchanges that nobody had.
final class TestExchanges {

    private TestExchanges() {}

    static Exchange at(Instant at, String path, int status, String body) {
        return new Exchange(
                ExchangeIds.at(at.toEpochMilli()),
                Instant.ofEpochMilli(at.toEpochMilli()),
                "GET",
                path,
                "",
                List.of(new HeaderLine("X-Api-Key", "s3cr3t")),
                BodyExcerpt.EMPTY,
                status,
                List.of(),
                BodyExcerpt.of(body.getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                1,
                Reason.of(Why.UNKNOWN));
    }
}

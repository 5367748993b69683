package dev.understudy.mock;

import dev.understudy.mock.wire.RequestHeaders;
import dev.understudy.mock.wire.WireHeader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Headers of a request that a test made up.
public record GivenHeaders(Map<String, String> headers) implements RequestHeaders {

    @Override
    public @Nullable String first(String name) {
        return all().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(WireHeader::value)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<WireHeader> all() {
        return headers.entrySet().stream()
                .map(header -> new WireHeader(header.getKey(), header.getValue()))
                .toList();
    }
}

package dev.understudy.hosting.intake;

import dev.understudy.mock.wire.RequestHeaders;
import dev.understudy.mock.wire.WireHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The headers of a request as they came, in their order and spelling.
public record HeaderLines(List<WireHeader> all) implements RequestHeaders {

    @Override
    public @Nullable String first(String name) {
        for (WireHeader header : all) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }
}

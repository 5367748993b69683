package dev.understudy.mock.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The headers of a request, by name in whatever case.
public interface RequestHeaders {

    RequestHeaders NONE = new RequestHeaders() {
        @Override
        public @Nullable String first(String name) {
            return null;
        }

        @Override
        public List<WireHeader> all() {
            return List.of();
        }
    };

    /// The value of the first header of that name; null if there is none.
    @Nullable
    String first(String name);

    /// The values of all headers of that name, in order.
    default List<String> values(String name) {
        return all().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(WireHeader::value)
                .toList();
    }

    /// All lines, spelled and ordered as they came where that is known.
    List<WireHeader> all();
}

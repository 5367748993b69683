package dev.understudy.hosting;

import dev.understudy.mock.wire.Header;
import dev.understudy.mock.wire.RequestHeaders;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The headers of a request that Undertow has read.
record WireRequestHeaders(HeaderMap headers) implements RequestHeaders {

    @Override
    public @Nullable String first(String name) {
        return headers.getFirst(name);
    }

    @Override
    public List<Header> all() {
        List<Header> all = new ArrayList<>(headers.size());
        for (HeaderValues values : headers) {
            for (String value : values) {
                all.add(new Header(values.getHeaderName().toString(), value));
            }
        }
        return all;
    }
}

package dev.understudy.format;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/// Tells of each token that is read. Used by one thread, once.
public final class CountingParser extends JsonParserDelegate {

    private final LongConsumer effort;

    public CountingParser(JsonParser parser, LongConsumer effort) {
        super(parser);
        this.effort = effort;
    }

    @Override
    public @Nullable JsonToken nextToken() {
        effort.accept(1);
        return super.nextToken();
    }
}

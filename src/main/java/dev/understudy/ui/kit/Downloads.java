package dev.understudy.ui.kit;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.understudy.server.heavy.Hold;
import dev.understudy.server.heavy.WorkEnded;
import java.util.function.Supplier;

/// Downloads that count as memory of whoever takes them, until they are through. For the thread of the request.
public final class Downloads {

    private static final int UNAVAILABLE = 503;

    private Downloads() {}

    /// The download, or a refusal if too much is under way.
    ///
    /// @param bytes what is in memory of it
    public static DownloadResponse held(DownloadEvent event, long bytes, Supplier<DownloadResponse> download) {
        try {
            if (event.getRequest().getAttribute(Hold.ATTRIBUTE) instanceof Hold hold) {
                hold.take(bytes);
            }
            return download.get();
        } catch (WorkEnded ended) {
            event.getResponse().setHeader("Retry-After", "10");
            return DownloadResponse.error(UNAVAILABLE, ended.sentence());
        }
    }
}

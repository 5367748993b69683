package dev.understudy.api;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Subscription;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

@Component
class ListenerViews {
    ListenerView of(EnvironmentId id) {
        return new ListenerView("stopped", null, null, null);
    }

    Subscription listen(EnvironmentId id, Consumer<ListenerView> l) {
        return () -> {};
    }
}

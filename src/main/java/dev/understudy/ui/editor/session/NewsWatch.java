package dev.understudy.ui.editor.session;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import dev.understudy.history.visit.News;
import dev.understudy.history.visit.Visits;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.ui.kit.Coalesced;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is new to the person of a page: how much others did since they last read the activity, and what others changed
/// while they were away, until they have looked at it. Only with the lock of the UI.
public final class NewsWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NewsWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EditorSession session;
    private final Visits visits;
    private final ValueSignal<Integer> changes = new ValueSignal<>(0);
    private final ValueSignal<Map<NodeId, Set<String>>> unread = new ValueSignal<>(Map.of());
    /// What was unread of the form that is shown: it stays marked as long as that is so.
    private final ValueSignal<Map<NodeId, Set<String>>> marked = new ValueSignal<>(Map.of());
    private Optional<NodeId> form = Optional.empty();
    private boolean reading;

    NewsWatch(EditorSession session, Visits visits) {
        this.session = session;
        this.visits = visits;
    }

    /// How many changes others made since the person last read the activity.
    public Signal<Integer> changes() {
        return changes;
    }

    /// The forms in which something is new: folders, routes, data buckets, callbacks.
    public Set<NodeId> forms() {
        Environment environment = session.now().environment();
        return unread.get().keySet().stream()
                .flatMap(node -> NodeNames.formOf(environment, node).stream())
                .map(found -> found.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether others changed a field while the person was away, and they see it for the first time. For effects.
    public boolean isNew(FieldLocation field) {
        return marked.get()
                .getOrDefault(field.node(), Set.of())
                .contains(field.field().key());
    }

    /// The person looks at the form of a node.
    public void look(Optional<NodeId> node) {
        Environment environment = session.now().environment();
        Optional<NodeId> now =
                node.flatMap(id -> NodeNames.formOf(environment, id)).map(found -> found.id());
        if (!now.equals(form)) {
            form = now;
            marked.set(Map.of());
        }
        now.ifPresent(shown -> markAt(shown, environment));
    }

    private void markAt(NodeId shown, Environment environment) {
        Map<NodeId, Set<String>> here = new HashMap<>();
        unread.peek().forEach((node, fields) -> {
            if (NodeNames.formOf(environment, node)
                    .filter(found -> found.id().equals(shown))
                    .isPresent()) {
                here.put(node, fields);
            }
        });
        if (here.isEmpty()) {
            return;
        }
        Map<NodeId, Set<String>> rest = new HashMap<>(unread.peek());
        rest.keySet().removeAll(here.keySet());
        unread.set(Map.copyOf(rest));
        Map<NodeId, Set<String>> all = new HashMap<>(marked.peek());
        all.putAll(here);
        marked.set(Map.copyOf(all));
        Access access = session.access();
        aside(() -> visits.look(access, here.keySet()));
    }

    /// The person reads the activity from now on, or does not any more.
    public void read(boolean on) {
        reading = on;
        if (on && changes.peek() > 0) {
            noteRead();
        }
    }

    private void noteRead() {
        changes.set(0);
        Access access = session.access();
        long seen = session.seen();
        aside(() -> visits.read(access, seen));
    }

    void read(CommittedChange committed) {
        if (committed.author().equals(session.access().actor().user())) {
            return;
        }
        changes.set(Math.min(changes.peek() + 1, News.MAX_COUNTED));
        if (reading) {
            changes.set(0);
        }
    }

    Subscription open(Executor ui) {
        Access access = session.access();
        long seen = session.seen();
        new Coalesced<>(() -> visits.enter(access, seen), this::show, ui, PAUSE).request();
        return () -> {
            Access leaving = session.access();
            long last = session.seen();
            boolean read = reading;
            aside(() -> {
                visits.leave(leaving, last);
                if (read) {
                    visits.read(leaving, last);
                }
            });
        };
    }

    private void show(News news) {
        Map<NodeId, Set<String>> there = new HashMap<>(news.nodes());
        Set<NodeId> gone = new HashSet<>(there.keySet());
        Environment environment = session.now().environment();
        gone.removeIf(environment::contains);
        there.keySet().removeAll(gone);
        unread.set(Map.copyOf(there));
        changes.set(Math.min(changes.peek() + news.changes(), News.MAX_COUNTED));
        if (reading) {
            noteRead();
        }
        form.ifPresent(shown -> markAt(shown, environment));
    }

    /// What can't be noted is new once more the next time: nothing to trouble anybody with.
    private static void aside(Runnable note) {
        Thread.ofVirtual().name("visit").start(() -> {
            try {
                note.run();
            } catch (RuntimeException failure) {
                LOG.debug("What somebody has seen is not noted", failure);
            }
        });
    }
}

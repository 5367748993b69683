package dev.understudy.ui.editor.session;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.history.visit.News;
import dev.understudy.history.visit.Visits;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.ui.kit.Coalesced;
import java.time.Duration;
import java.util.HashMap;
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
    private final ValueSignal<Set<NodeId>> forms = new ValueSignal<>(Set.of());
    /// What was unread of the form that is shown: it stays marked as long as that is so.
    private final ValueSignal<Map<NodeId, Set<String>>> marked = new ValueSignal<>(Map.of());
    private Map<NodeId, Set<String>> unread = Map.of();
    private Optional<NodeId> form = Optional.empty();
    private boolean reading;
    private Runnable noting = () -> {};

    NewsWatch(EditorSession session, Visits visits) {
        this.session = session;
        this.visits = visits;
    }

    /// How many changes others made since the person last read the activity.
    public Signal<Integer> changes() {
        return changes;
    }

    /// The forms in which something is new: folders, routes, data buckets, callbacks.
    public Signal<Set<NodeId>> forms() {
        return forms;
    }

    private void setUnread(Map<NodeId, Set<String>> nodes, Environment environment) {
        unread = Map.copyOf(nodes);
        forms.set(unread.keySet().stream()
                .flatMap(node -> NodeNames.formOf(environment, node).stream())
                .map(Node::id)
                .collect(Collectors.toUnmodifiableSet()));
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
                node.flatMap(id -> NodeNames.formOf(environment, id)).map(Node::id);
        if (!now.equals(form)) {
            form = now;
            marked.set(Map.of());
        }
        now.ifPresent(shown -> markAt(shown, environment));
    }

    private void markAt(NodeId shown, Environment environment) {
        Map<NodeId, Set<String>> here = new HashMap<>();
        unread.forEach((node, fields) -> {
            if (NodeNames.formOf(environment, node)
                    .filter(found -> found.id().equals(shown))
                    .isPresent()) {
                here.put(node, fields);
            }
        });
        if (here.isEmpty()) {
            return;
        }
        Map<NodeId, Set<String>> rest = new HashMap<>(unread);
        rest.keySet().removeAll(here.keySet());
        setUnread(rest, environment);
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
            noteRead(session.seen());
        }
    }

    private void noteRead(long revision) {
        changes.set(0);
        Access access = session.access();
        aside(() -> visits.read(access, revision));
    }

    /// What came since is new here as well as there.
    private void readElsewhere(long revision) {
        long since = Math.max(0, session.seen() - revision);
        changes.set((int) Math.min(changes.peek(), since));
    }

    void read(CommittedChange committed) {
        if (reading) {
            noting.run();
        } else if (!committed.author().equals(session.access().actor().user())) {
            changes.set(Math.min(changes.peek() + 1, News.MAX_COUNTED));
        }
    }

    Subscription open(Executor ui) {
        Access access = session.access();
        long seen = session.seen();
        new Coalesced<>(() -> visits.enter(access, seen), this::show, ui, PAUSE).request();
        Subscription read = visits.onRead(access, revision -> ui.execute(() -> readElsewhere(revision)));
        noting = new Coalesced<>(() -> true, _ -> noteRead(session.seen()), ui, PAUSE)::request;
        return () -> {
            read.close();
            noting = () -> {};
            Access leaving = session.access();
            long last = session.seen();
            boolean wasReading = reading;
            aside(() -> {
                visits.leave(leaving, last);
                if (wasReading) {
                    visits.read(leaving, last);
                }
            });
        };
    }

    private void show(News news) {
        Map<NodeId, Set<String>> there = new HashMap<>(news.nodes());
        Environment environment = session.now().environment();
        there.keySet().removeIf(node -> !environment.contains(node));
        setUnread(there, environment);
        changes.set(Math.min(changes.peek() + news.changes(), News.MAX_COUNTED));
        if (reading) {
            noteRead(session.seen());
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

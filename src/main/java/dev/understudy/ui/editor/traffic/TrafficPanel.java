package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.NodeId;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.server.Subscription;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.HarJson;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.ReaderZone;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/// What the mock of an environment is asked, the newest first, as long as it is on the screen: who asked what, what
/// answered, and on a click why, and all of it. Only with the lock of its UI.
public final class TrafficPanel extends Div {

    /// Rows at most, as many as a listener keeps.
    static final int MOST_ROWS = 100;

    private static final int PAUSE_MILLIS = 150;

    private final EditorSession session;
    private final TrafficFeed feed;
    private final ExchangeActions actions;
    private final TextField filter = new TextField();
    private final Button pause = new Button("Pause", _ -> pause());
    private final Button clear = new Button("Clear", _ -> clear());
    private final Anchor archive = new Anchor("", "HAR");
    private final Span leftOut = new Span();
    /// What is shown, for whoever saves it: read on another thread.
    private volatile List<Exchange> shown = List.of();
    private final Div list = new Div();
    private final TrafficNothing nothing = new TrafficNothing();
    private final Deque<ExchangeRow> rows = new ArrayDeque<>();
    private final LatestNews arriving = new LatestNews();
    private Glimpse held = Glimpse.nothing(Glimpse.Place.START);
    private Optional<UUID> awaited = Optional.empty();
    private boolean paused;
    private long missing;
    private volatile Optional<String> address = Optional.empty();

    public TrafficPanel(EditorSession session, ExchangeActions actions) {
        this.session = session;
        this.feed = session.traffic();
        this.actions = actions;
        addClassName("traffic-panel");
        filter.setPlaceholder("Filter traffic");
        filter.setAriaLabel("Filter traffic");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.setValueChangeTimeout(PAUSE_MILLIS);
        filter.addValueChangeListener(_ -> narrow());
        pause.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        archive.setHref(DownloadHandler.fromInputStream(_ -> archived()));
        archive.getElement().setAttribute("download", true);
        archive.setTitle("Save what is shown as an HTTP archive");
        clear.setTooltipText("Forget it, for everybody");
        Div head = new Div(filter, pause, clear, archive);
        head.addClassName("traffic-head");
        leftOut.addClassName("traffic-left-out");
        list.addClassName("traffic-list");
        list.getElement().setAttribute("role", "list");
        add(head, leftOut, nothing, list);
        show();
        Signal.effect(this, this::project);
        Live.whileAttached(this, this::follow);
    }

    private Subscription follow(Executor ui) {
        arriving.forget();
        return feed.follow(session.access(), Glimpse.Place.START, news -> {
            if (arriving.add(news)) {
                ui.execute(() -> arriving.take().ifPresent(this::take));
            }
        });
    }

    private void project() {
        ListenerState state = session.mock().listener().get();
        address = state instanceof ListenerState.Running running ? Optional.of(running.url()) : Optional.empty();
        clear.setVisible(session.standing().get().mayEdit());
        nothing.set(address);
        rows.forEach(row -> row.at(address));
        show();
    }

    private void take(Glimpse news) {
        if (!news.anew()) {
            actions.answered(routes(news));
        }
        if (paused) {
            held = held.then(news, MOST_ROWS);
            pause.setText("Resume" + (held.exchanges().isEmpty() ? "" : " (%d new)".formatted(count(held))));
            return;
        }
        add(news);
    }

    private void add(Glimpse news) {
        if (news.anew()) {
            forget();
        }
        missing += news.leftOut();
        news.changed()
                .forEach(later -> rows.stream()
                        .filter(row -> row.exchange().id().equals(later.id()))
                        .forEach(row -> row.now(later)));
        news.exchanges().forEach(exchange -> {
            ExchangeRow row = new ExchangeRow(exchange, ReaderZone.of(this), actions, this::reveal);
            row.at(address);
            row.setVisible(row.fits(filter.getValue()));
            rows.addFirst(row);
            list.addComponentAsFirst(row);
            if (awaited.equals(Optional.of(exchange.id()))) {
                reveal(exchange.id());
            }
        });
        while (rows.size() > MOST_ROWS) {
            list.remove(rows.removeLast());
        }
        show();
    }

    /// Opens an exchange, as soon as it is there.
    private void reveal(UUID id) {
        Optional<ExchangeRow> found =
                rows.stream().filter(row -> row.exchange().id().equals(id)).findFirst();
        awaited = found.isPresent() ? Optional.empty() : Optional.of(id);
        found.ifPresent(ExchangeRow::reveal);
    }

    private static List<NodeId> routes(Glimpse news) {
        return news.exchanges().stream()
                .flatMap(exchange -> exchange.route().stream())
                .distinct()
                .toList();
    }

    private static long count(Glimpse news) {
        return news.exchanges().size() + news.leftOut();
    }

    private void pause() {
        paused = !paused;
        pause.setText(paused ? "Resume" : "Pause");
        if (!paused) {
            Glimpse waiting = held;
            held = Glimpse.nothing(Glimpse.Place.START);
            add(waiting);
        }
    }

    private void clear() {
        Errand.run(clear, () -> feed.clear(session.access()), () -> {
            held = Glimpse.nothing(held.place());
            pause.setText(paused ? "Resume" : "Pause");
            forget();
            show();
        });
    }

    private void forget() {
        rows.clear();
        list.removeAll();
        missing = 0;
    }

    private DownloadResponse archived() {
        byte[] har =
                HarJson.write(address.map(ShellText::origin).orElse(""), shown).getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(new ByteArrayInputStream(har), "traffic.har", "application/json", har.length);
    }

    private void narrow() {
        rows.forEach(row -> row.setVisible(row.fits(filter.getValue())));
        show();
    }

    private void show() {
        shown = rows.stream()
                .filter(ExchangeRow::isVisible)
                .map(ExchangeRow::exchange)
                .toList()
                .reversed();
        archive.setVisible(!shown.isEmpty());
        nothing.setVisible(rows.isEmpty());
        list.setVisible(!rows.isEmpty());
        boolean none = !rows.isEmpty() && rows.stream().noneMatch(ExchangeRow::isVisible);
        leftOut.setVisible(missing > 0 || none);
        leftOut.setText(
                none
                        ? "Nothing of it fits the filter."
                        : "%,d more were not shown, there are too many.".formatted(missing));
    }
}

package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
import dev.understudy.traffic.TrafficFilter;
import dev.understudy.traffic.kept.KeptPage;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.ReaderZone;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What the mock of an environment is asked, the newest first, as long as it is on the screen: who asked what, what
/// answered, and on a click why, and all of it. Only with the lock of its UI.
public final class TrafficPanel extends Div {

    /// Rows of what is asked now at most, as many as a listener keeps.
    static final int MOST_ROWS = 100;

    private final EditorSession session;
    private final TrafficFeed feed;
    private final ExchangeActions actions;
    private final TrafficFilters filters;
    private final Button pause = QuietButtons.of("Pause", this::pause);
    private final Button clear = QuietButtons.of("Clear", this::clear);
    private final Anchor archive = new Anchor("", "HAR");
    private final Anchor page = new Anchor("", "Full page");
    private final Span leftOut = new Span();
    /// What is shown, for whoever saves it: read on another thread.
    private volatile List<Exchange> shown = List.of();
    private final ExchangeList list = new ExchangeList();
    private final TrafficNothing nothing;
    private final LinkedExchange linked;
    private final OlderTraffic older;
    private final LatestNews arriving = new LatestNews();
    private Consumer<TrafficFilter> narrowed = _ -> {};
    private Glimpse held = Glimpse.nothing(Glimpse.Place.START);
    private boolean paused;
    private long missing;
    private volatile Optional<String> address = Optional.empty();

    public TrafficPanel(EditorSession session, ExchangeActions actions) {
        this.session = session;
        this.feed = session.traffic();
        this.actions = actions;
        this.filters = new TrafficFilters(this::nameOf, this::narrow);
        this.nothing = new TrafficNothing(feed.isKept());
        this.linked = new LinkedExchange(id -> feed.find(session.access(), id), this::row);
        this.older = new OlderTraffic(this::before, this::append);
        addClassName("traffic-panel");
        archive.setHref(DownloadHandler.fromInputStream(_ -> archived()));
        archive.getElement().setAttribute("download", true);
        archive.setTitle("Save what is shown as an HTTP archive");
        page.getElement().setAttribute("router-link", true);
        page.addClassName("traffic-full");
        filters.add(page);
        clear.setTooltipText("Forget it, for everybody");
        Div head = new Div(filters.words(), pause, clear, archive);
        head.addClassName("traffic-head");
        leftOut.addClassName("traffic-left-out");
        Div body = new Div(linked, nothing, list, older);
        body.addClassName("traffic-body");
        add(head, filters, leftOut, body);
        show();
        Signal.effect(this, this::project);
        Live.whileAttached(this, this::follow);
    }

    /// To be told what the form shows.
    public void bind(Optional<NodeId> route) {
        filters.bind(route);
    }

    /// Opens an exchange, wherever there is something of it.
    public void open(UUID exchange) {
        list.find(exchange).ifPresentOrElse(ExchangeRow::open, () -> linked.show(exchange));
    }

    /// Shows what fits this filter alone.
    public void show(TrafficFilter filter) {
        filters.show(filter);
        narrow();
    }

    /// What it is narrowed to.
    public TrafficFilter filter() {
        return filters.filter();
    }

    /// Tells whenever somebody has narrowed it, or widened.
    public void onNarrow(Consumer<TrafficFilter> reader) {
        narrowed = reader;
    }

    private String nameOf(NodeId route) {
        return session.find(route).map(NodeNames::name).orElse("A route that is gone");
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
        list.at(address);
        linked.row().ifPresent(row -> row.at(address));
        show();
    }

    private ExchangeRow row(Exchange exchange) {
        ExchangeRow row = new ExchangeRow(exchange, ReaderZone.of(this), actions, this::open);
        row.at(address);
        return row;
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
        news.changed().forEach(later -> {
            list.find(later.id()).ifPresent(row -> row.now(later));
            linked.row().filter(row -> row.exchange().id().equals(later.id())).ifPresent(row -> row.now(later));
        });
        news.exchanges().forEach(exchange -> list.add(row(exchange), filter()));
        list.shorten(older::cut);
        // what an address leads to may just have come among those that are shown anyway
        linked.wanted().flatMap(list::find).ifPresent(row -> {
            linked.hide();
            row.open();
        });
        show();
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
        list.forget();
        older.reset();
        missing = 0;
    }

    /// On a thread of its own.
    private KeptPage before(UUID exchange) {
        return feed.before(session.access(), filter(), exchange, OlderTraffic.PAGE);
    }

    private void append(List<Exchange> exchanges) {
        exchanges.forEach(exchange -> list.append(row(exchange)));
        show();
    }

    private DownloadResponse archived() {
        byte[] har =
                HarJson.write(address.map(ShellText::origin).orElse(""), shown).getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(new ByteArrayInputStream(har), "traffic.har", "application/json", har.length);
    }

    private void narrow() {
        list.narrow(filter());
        older.reset();
        narrowed.accept(filter());
        show();
    }

    private void show() {
        shown = list.shown();
        boolean empty = list.isEmpty();
        archive.setVisible(!shown.isEmpty());
        nothing.setVisible(empty);
        list.setVisible(!empty);
        page.setHref(actions.page() + TrafficAddress.of(filter()));
        older.setVisible(feed.isKept());
        older.begin(list.oldest());
        boolean none = !empty && shown.isEmpty();
        leftOut.setVisible(missing > 0 || none);
        leftOut.setText(
                none
                        ? "Nothing of it fits the filter."
                        : "%,d more were not shown, there are too many.".formatted(missing));
    }
}

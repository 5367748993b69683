package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.hosting.preview.SampleRequest;
import dev.understudy.ui.editor.activity.ActivityPanel;
import dev.understudy.ui.editor.preview.PreviewPanel;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.editor.traffic.TrafficPanel;
import dev.understudy.ui.kit.OnDemand;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.Sign;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What stands beside the form, one at a time. On a narrow screen it lies over the form. What is open is remembered by
/// the browser.
final class RightPanel extends Section {

    /// What there is.
    enum Part {
        TRAFFIC("Traffic"),
        ACTIVITY("Activity"),
        PREVIEW("Preview");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String REMEMBERED = "return localStorage.getItem('understudy.beside') ?? ''";
    private static final String REMEMBER = "localStorage.setItem('understudy.beside', $0)";

    private final EditorSession session;
    private final Actions actions;
    private final Consumer<Collection<NodeId>> answered;
    private final Component screen;
    private final Div place = new Div();
    private final OnDemand<TrafficPanel> traffic;
    private final OnDemand<ActivityPanel> activity;
    private final OnDemand<PreviewPanel> preview;
    private final Map<Part, NativeButton> tabs = new EnumMap<>(Part.class);
    private Optional<Part> open = Optional.empty();
    private boolean page;
    private Optional<NodeId> node = Optional.empty();

    /// @param screen gets the attribute `data-beside`, by which the layout makes room
    /// @param answered is told which routes have just answered, as long as the traffic is shown
    RightPanel(
            EditorSession session,
            Actions actions,
            Clock clock,
            Component screen,
            Consumer<Collection<NodeId>> answered) {
        this.screen = screen;
        addClassName("beside");
        getElement().setAttribute("role", "complementary").setAttribute("aria-label", "Beside the form");
        place.addClassName("content");
        this.session = session;
        this.actions = actions;
        this.answered = answered;
        this.traffic = new OnDemand<>(this::trafficPanel, panel -> panel.bind(route()));
        this.activity = new OnDemand<>(
                () -> new ActivityPanel(session, clock, at -> EditorLinks.to(session.environment(), at)), place::add);
        this.preview = new OnDemand<>(
                () -> new PreviewPanel(session, at -> EditorLinks.to(session.environment(), at)), place::add);
        Div head = new Div();
        head.addClassName("tabs");
        for (Part part : Part.values()) {
            NativeButton tab = new NativeButton(part.words, click -> choose(Optional.of(part)));
            tabs.put(part, tab);
            head.add(tab);
        }
        head.add(QuietButtons.of(Sign.CLOSE, "Close", () -> choose(Optional.empty())));
        add(head, place);
        show(Optional.empty());
        addAttachListener(attached -> getElement().executeJs(REMEMBERED).then(String.class, this::remember));
    }

    private void remember(String key) {
        if (open.isEmpty()) {
            Arrays.stream(Part.values())
                    .filter(part -> part.key().equals(key))
                    .filter(part -> !page || part != Part.TRAFFIC)
                    .findFirst()
                    .ifPresent(part -> show(Optional.of(part)));
        }
    }

    /// Opens it with this, or closes it if this is what is open.
    void toggle(Part part) {
        if (page && part == Part.TRAFFIC) {
            return;
        }
        choose(open.equals(Optional.of(part)) ? Optional.empty() : Optional.of(part));
    }

    /// Opens it with the history of a field.
    void showField(FieldLocation field) {
        choose(Optional.of(Part.ACTIVITY));
        activity.get().showField(field);
    }

    /// Opens it with what happened to a node and all in it.
    void showNode(NodeId id) {
        choose(Optional.of(Part.ACTIVITY));
        activity.get().showNode(id);
    }

    /// Opens the traffic with an exchange.
    void open(UUID exchange) {
        show(Optional.of(Part.TRAFFIC));
        traffic.get().open(exchange);
    }

    /// To be told whether the traffic is shown as a page: it is not shown twice.
    void page(boolean on) {
        if (page == on) {
            return;
        }
        page = on;
        Optional.ofNullable(tabs.get(Part.TRAFFIC)).ifPresent(tab -> tab.setVisible(!on));
        if (on && open.equals(Optional.of(Part.TRAFFIC))) {
            show(Optional.empty());
        }
    }

    /// The traffic of the environment, with ways to the other parts of the editor.
    TrafficPanel trafficPanel() {
        return new TrafficPanel(session, new TrafficActions(session, actions, this::preview, answered));
    }

    /// That the form shows, or that what it shows is of.
    private Optional<NodeId> route() {
        return node.flatMap(id -> NodeNames.above(session.now().environment(), id, Kind.ROUTE))
                .map(Node::id);
    }

    /// Opens the preview of what the form shows, with a request to its route.
    private void preview(NodeId route, SampleRequest sample) {
        choose(Optional.of(Part.PREVIEW));
        preview.get().ask(route, sample);
    }

    /// To be told what the form shows.
    void bind(Optional<NodeId> shown) {
        node = shown;
        traffic.ifMade().ifPresent(panel -> panel.bind(route()));
        preview.ifMade().ifPresent(panel -> panel.bind(shown));
    }

    private void choose(Optional<Part> part) {
        show(part);
        getElement().executeJs(REMEMBER, part.map(Part::key).orElse(""));
    }

    private void show(Optional<Part> part) {
        open = part;
        screen.getElement().setAttribute("data-beside", part.isPresent() ? "open" : "closed");
        tabs.forEach((one, tab) -> {
            boolean on = part.equals(Optional.of(one));
            tab.getElement().getClassList().set("on", on);
            tab.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        });
        boolean asked = part.equals(Optional.of(Part.TRAFFIC));
        // It follows the mock as long as it is in the page.
        traffic.madeIf(asked).ifPresent(panel -> {
            if (asked) {
                place.add(panel);
            } else {
                place.remove(panel);
            }
        });
        boolean reading = part.equals(Optional.of(Part.ACTIVITY));
        activity.madeIf(reading).ifPresent(panel -> {
            panel.setVisible(reading);
            panel.show(reading);
        });
        boolean looking = part.equals(Optional.of(Part.PREVIEW));
        boolean first = preview.ifMade().isEmpty();
        preview.madeIf(looking).ifPresent(panel -> {
            panel.setVisible(looking);
            if (first) {
                panel.bind(node);
            }
            panel.show(looking);
        });
    }
}

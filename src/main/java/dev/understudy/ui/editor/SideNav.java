package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import dev.understudy.history.visit.News;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The ways to the parts of an environment, with how many of each there are.
final class SideNav extends Nav {

    private final EditorSession session;
    private final Map<Section, Anchor> sections = new EnumMap<>(Section.class);
    private final Map<Section, Span> counts = new EnumMap<>(Section.class);
    private final Anchor settings;

    /// @param beside opens or closes what stands beside the form
    SideNav(EditorSession session, Consumer<RightPanel.Part> beside) {
        this.session = session;
        NodeId root = session.now().environment().root().id();
        section(Section.ROUTES, "Routes");
        section(Section.DATA, "Data");
        section(Section.CALLBACKS, "Callbacks");
        section(Section.FILES, "Files");
        add(traffic(beside), activity(beside));
        settings = link("Settings", EditorLinks.to(session.environment(), root));
        add(settings);
        getElement().setAttribute("aria-label", "Environment");
        Signal.effect(this, () -> count(root));
    }

    /// @param now empty for the settings
    void mark(Optional<Section> now) {
        sections.forEach(
                (section, link) -> mark(link, now.filter(section::equals).isPresent()));
        mark(settings, now.isEmpty());
    }

    private void section(Section section, String words) {
        Anchor link = link(words, EditorLinks.to(session.environment(), section));
        Span count = new Span();
        count.addClassName("n");
        link.add(count);
        sections.put(section, link);
        counts.put(section, count);
        add(link);
    }

    private Component traffic(Consumer<RightPanel.Part> beside) {
        Span live = new Span();
        live.addClassNames("n", "live");
        NativeButton button = new NativeButton("Traffic", click -> beside.accept(RightPanel.Part.TRAFFIC));
        button.add(live);
        Signal.effect(
                this,
                () -> live.setText(session.mock().listener().get() instanceof ListenerState.Running ? "● live" : ""));
        return button;
    }

    private Component activity(Consumer<RightPanel.Part> beside) {
        Span news = new Span();
        news.addClassName("n");
        NativeButton button = new NativeButton("Activity", click -> beside.accept(RightPanel.Part.ACTIVITY));
        button.add(news);
        Signal.effect(this, () -> {
            int changes = session.news().changes().get();
            news.setText(changes == 0 ? "" : "%,d%s new".formatted(changes, changes == News.MAX_COUNTED ? "+" : ""));
        });
        return button;
    }

    private void count(NodeId root) {
        long routes = session.parts().tree().stream()
                .filter(node -> node.kind() == Kind.ROUTE)
                .count();
        show(Section.ROUTES, routes);
        show(Section.DATA, session.parts().children(root, Slot.BUCKETS).size());
        show(Section.CALLBACKS, session.parts().children(root, Slot.CALLBACKS).size());
        show(Section.FILES, session.parts().children(root, Slot.FILES).size());
    }

    private void show(Section section, long number) {
        Span count = counts.get(section);
        if (count != null) {
            count.setText("%,d".formatted(number));
        }
    }

    private static Anchor link(String text, String href) {
        Anchor link = new Anchor(href, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static void mark(Anchor link, boolean on) {
        link.getElement().getClassList().set("on", on);
        if (on) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}

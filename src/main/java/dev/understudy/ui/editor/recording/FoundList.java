package dev.understudy.ui.editor.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.understudy.observed.FoundResponse;
import dev.understudy.observed.FoundRoute;
import dev.understudy.ui.kit.ByteCount;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.MethodBadge;
import dev.understudy.ui.kit.StatusCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The routes that were found, each with a tick and what it would answer. What there is nothing to add of has no tick.
final class FoundList extends Div {

    /// More are not drawn one by one.
    static final int MOST_ROUTES = 200;

    static final int MOST_RESPONSES = 50;

    private final Runnable changed;
    private final Set<String> left = new HashSet<>();
    private List<FoundRoute> routes = List.of();

    /// @param changed is told when a tick is
    FoundList(Runnable changed) {
        this.changed = changed;
        addClassName("found-routes");
        getElement().setAttribute("role", "list");
    }

    void show(List<FoundRoute> found) {
        routes = found;
        removeAll();
        found.stream().limit(MOST_ROUTES).map(this::row).forEach(this::add);
        if (found.size() > MOST_ROUTES) {
            add(muted("and %,d more, which are added as well".formatted(found.size() - MOST_ROUTES)));
        }
    }

    private boolean isChosen(String key) {
        return !left.contains(key);
    }

    /// What is chosen now; any thread may ask that.
    Predicate<String> choice() {
        Set<String> out = Set.copyOf(left);
        return key -> !out.contains(key);
    }

    /// How many are to be added.
    int chosen() {
        return Math.toIntExact(routes.stream()
                .filter(route -> !route.responses().isEmpty() && isChosen(route.key()))
                .count());
    }

    private Component row(FoundRoute route) {
        Span endpoint = new Span("/" + route.endpoint());
        endpoint.addClassNames("mono", "cut", "grow");
        endpoint.setTitle("/" + route.endpoint());
        Div head = new Div(new MethodBadge(route.method().verb()), endpoint);
        head.addClassName("row");
        boolean some = !route.responses().isEmpty();
        if (some) {
            Checkbox tick = new Checkbox(isChosen(route.key()));
            tick.setAriaLabel(route.key());
            tick.addValueChangeListener(change -> {
                boolean known = change.getValue() ? left.remove(route.key()) : left.add(route.key());
                if (known) {
                    changed.run();
                }
            });
            head.addComponentAsFirst(tick);
        }
        head.add(muted(words(route)));
        Div row = new Div(head);
        row.addClassName("found-route");
        row.getElement().setAttribute("role", "listitem");
        route.notes().forEach(note -> row.add(muted(note)));
        if (some) {
            row.add(details(route));
        }
        return row;
    }

    private static String words(FoundRoute route) {
        if (route.responses().isEmpty()) {
            return "in the mock already";
        }
        String responses = Counted.of(route.responses().size(), "response");
        return route.existing().isPresent() ? responses + " more for the route that is there" : responses;
    }

    /// What is in it is made when it is opened.
    private static Component details(FoundRoute route) {
        Div list = new Div();
        NativeDetails details = new NativeDetails("What it answers", list);
        details.addToggleListener(toggle -> {
            if (toggle.isOpened() && list.getChildren().findAny().isEmpty()) {
                route.responses().stream()
                        .limit(MOST_RESPONSES)
                        .map(FoundList::response)
                        .forEach(list::add);
                if (route.responses().size() > MOST_RESPONSES) {
                    list.add(muted("and %,d more".formatted(route.responses().size() - MOST_RESPONSES)));
                }
            }
        });
        return details;
    }

    private static Component response(FoundResponse response) {
        Span when = new Span(response.label().isEmpty() ? "always" : "if " + response.label());
        when.addClassNames("cut", "grow");
        when.setTitle(response.label());
        Div line = new Div(
                new StatusCode(response.answer().status()),
                when,
                muted(response.answer().type()),
                muted(ByteCount.of(response.answer().content().size())));
        line.addClassName("row");
        return line;
    }

    private static Span muted(String words) {
        Span span = new Span(words);
        span.addClassNames("muted", "small");
        return span;
    }
}

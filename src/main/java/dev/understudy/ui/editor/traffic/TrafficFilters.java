package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.understudy.environment.NodeId;
import dev.understudy.traffic.TrafficFilter;
import dev.understudy.traffic.TrafficFilter.Statuses;
import dev.understudy.ui.kit.QuietButtons;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the traffic is narrowed to: words, a method, a class of status or errors, the route that the form shows. Only
/// with the lock of its UI.
final class TrafficFilters extends Div {

    private static final int PAUSE_MILLIS = 150;

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private static final List<Statuses> CLASSES =
            List.of(Statuses.ANY, Statuses.SUCCESS, Statuses.REDIRECT, Statuses.CLIENT, Statuses.SERVER);

    private final Function<NodeId, String> names;
    private final Runnable changed;
    private final TextField words = new TextField();
    private final Select<Optional<String>> method = new Select<>();
    private final Select<Statuses> status = new Select<>();
    private final Button errors = QuietButtons.of("Errors", this::toggleErrors);
    private final Button route = QuietButtons.of("This route", this::toggleRoute);
    private TrafficFilter filter = TrafficFilter.ANY;
    private Optional<NodeId> shown = Optional.empty();
    private boolean showing;

    /// @param names of routes
    /// @param changed is run when somebody has narrowed it, or widened
    TrafficFilters(Function<NodeId, String> names, Runnable changed) {
        this.names = names;
        this.changed = changed;
        addClassName("traffic-filters");
        words.setPlaceholder("Filter traffic");
        words.setAriaLabel("Filter traffic");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(PAUSE_MILLIS);
        words.addValueChangeListener(change ->
                set(new TrafficFilter(change.getValue(), filter.method(), filter.statuses(), filter.route())));
        method.setAriaLabel("Method");
        method.setItemLabelGenerator(one -> one.orElse("Any method"));
        method.addValueChangeListener(
                change -> set(new TrafficFilter(filter.words(), change.getValue(), filter.statuses(), filter.route())));
        status.setAriaLabel("Status");
        status.setItems(CLASSES);
        status.setItemLabelGenerator(one -> one == Statuses.ANY ? "Any status" : one.word());
        status.addValueChangeListener(
                change -> set(new TrafficFilter(filter.words(), filter.method(), change.getValue(), filter.route())));
        add(method, status, errors, route);
        show(TrafficFilter.ANY);
    }

    /// Where the words are typed, which stands elsewhere.
    TextField words() {
        return words;
    }

    TrafficFilter filter() {
        return filter;
    }

    /// To be told which route the form shows: the filter follows it if it is on that.
    void bind(Optional<NodeId> now) {
        boolean follows = filter.route().isPresent() && filter.route().equals(shown);
        shown = now;
        if (follows && now.isPresent()) {
            set(withRoute(now));
        } else {
            show(filter);
        }
    }

    /// Narrows it, without saying so.
    void show(TrafficFilter wanted) {
        filter = wanted;
        showing = true;
        words.setValue(wanted.words());
        method.setItems(methods(wanted));
        method.setValue(wanted.method());
        status.setValue(wanted.statuses() == Statuses.ERRORS ? Statuses.ANY : wanted.statuses());
        showing = false;
        press(errors, wanted.statuses() == Statuses.ERRORS);
        press(route, wanted.route().isPresent());
        route.setVisible(shown.isPresent() || wanted.route().isPresent());
        route.setText(wanted.route()
                .filter(one -> !shown.equals(Optional.of(one)))
                .map(names)
                .orElse("This route"));
    }

    /// Those that are usual, and the one that is wanted.
    private static List<Optional<String>> methods(TrafficFilter wanted) {
        return Stream.of(
                        Stream.of(Optional.<String>empty()),
                        METHODS.stream().map(Optional::of),
                        Stream.of(wanted.method()))
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    private void set(TrafficFilter wanted) {
        if (!showing && !wanted.equals(filter)) {
            show(wanted);
            changed.run();
        }
    }

    private void toggleErrors() {
        Statuses wanted = filter.statuses() == Statuses.ERRORS ? Statuses.ANY : Statuses.ERRORS;
        set(new TrafficFilter(filter.words(), filter.method(), wanted, filter.route()));
    }

    private void toggleRoute() {
        set(withRoute(filter.route().isPresent() ? Optional.empty() : shown));
    }

    private TrafficFilter withRoute(Optional<NodeId> wanted) {
        return new TrafficFilter(filter.words(), filter.method(), filter.statuses(), wanted);
    }

    private static void press(Button button, boolean on) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        button.setClassName("on", on);
    }
}

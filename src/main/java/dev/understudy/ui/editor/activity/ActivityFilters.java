package dev.understudy.ui.editor.activity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.history.activity.ActivityEntry;
import dev.understudy.history.activity.ActivityFilter;
import dev.understudy.history.activity.Deed;
import dev.understudy.team.UserId;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.ReaderZone;
import dev.understudy.ui.kit.Sign;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the activity is narrowed to: a text, a person, a deed, a day, and a node or one of its fields.
final class ActivityFilters extends Div {

    private static final int PAUSE_MILLIS = 300;

    private final Consumer<ActivityFilter> changed;
    private final TextField text = new TextField();
    private final Select<Optional<UserId>> person = new Select<>();
    private final Select<Optional<Deed>> deed = new Select<>();
    private final Input day = new Input();
    private final Span place = new Span();
    private final Button anywhere =
            QuietButtons.of(Sign.CLOSE, "Show everything", () -> showPlace(ActivityFilter.ALL, ""));
    private final Map<UserId, String> names = new LinkedHashMap<>();
    private ActivityFilter filter = ActivityFilter.ALL;

    ActivityFilters(Consumer<ActivityFilter> changed) {
        this.changed = changed;
        addClassName("activity-filters");
        text.setPlaceholder("Filter activity");
        text.setAriaLabel("Filter activity");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLIS);
        text.addValueChangeListener(change -> set(filter.containing(change.getValue())));
        person.setAriaLabel("Person");
        person.setItemLabelGenerator(
                id -> id.map(who -> names.getOrDefault(who, "Somebody")).orElse("Everybody"));
        person.setItems(List.of(Optional.empty()));
        person.setValue(Optional.empty());
        person.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set(filter.by(change.getValue()));
            }
        });
        deed.setAriaLabel("What was done");
        List<Optional<Deed>> deeds = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Deed.values()).map(Optional::of).forEach(deeds::add);
        deed.setItems(deeds);
        deed.setItemLabelGenerator(one -> one.map(Deed::word)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .orElse("Anything"));
        deed.setValue(Optional.empty());
        deed.addValueChangeListener(change -> set(filter.doing(change.getValue())));
        day.setType("date");
        day.getElement().setAttribute("aria-label", "Day");
        day.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        day.addValueChangeListener(change -> showDay(change.getValue()));
        Div chip = new Div(place, anywhere);
        chip.addClassName("place");
        place.addClassName("cut");
        showPlaceName("");
        add(text, person, deed, day, chip);
    }

    ActivityFilter filter() {
        return filter;
    }

    boolean isNarrow() {
        return !filter.equals(ActivityFilter.ALL);
    }

    /// Only what was about one field of a node.
    void showField(Environment environment, Node node, Field<?> field) {
        showPlace(
                filter.of(Set.of(node.id()), Optional.of(field.key())),
                field.label() + " of " + NodeNames.fullName(environment, node));
    }

    /// Only what was about a node and what is below it.
    void showNode(Environment environment, Node node) {
        Set<NodeId> nodes =
                environment.subtree(node.id()).stream().map(Node::id).collect(Collectors.toSet());
        showPlace(filter.of(nodes, Optional.empty()), NodeNames.fullName(environment, node));
    }

    private void showPlace(ActivityFilter places, String name) {
        showPlaceName(name);
        set(filter.of(places.nodes(), places.field()));
    }

    private void showPlaceName(String name) {
        place.setText(name);
        place.setTitle(name);
        place.getParent().ifPresent(chip -> chip.setVisible(!name.isEmpty()));
    }

    private void showDay(String text) {
        ZoneId zone = ReaderZone.of(this);
        try {
            LocalDate date = LocalDate.parse(text);
            Instant start = date.atStartOfDay(zone).toInstant();
            Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
            set(filter.between(Optional.of(start), Optional.of(end)));
        } catch (DateTimeException none) {
            set(filter.between(Optional.empty(), Optional.empty()));
        }
    }

    private void set(ActivityFilter now) {
        if (!now.equals(filter)) {
            filter = now;
            changed.accept(now);
        }
    }

    /// The people who can be chosen are those who were met.
    void meet(List<ActivityEntry> entries) {
        int before = names.size();
        entries.forEach(entry -> names.putIfAbsent(entry.author(), entry.authorName()));
        if (names.size() > before) {
            Optional<UserId> chosen = person.getValue();
            List<Optional<UserId>> all = new ArrayList<>(List.of(Optional.empty()));
            names.keySet().forEach(id -> all.add(Optional.of(id)));
            person.setItems(all);
            person.setValue(chosen);
        }
    }
}

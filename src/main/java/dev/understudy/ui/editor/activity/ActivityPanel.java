package dev.understudy.ui.editor.activity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.history.activity.ActivityEntry;
import dev.understudy.history.activity.ActivityFilter;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.LatestLook;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Moments;
import dev.understudy.ui.kit.Person;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.ReaderZone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/// Who changed what in this environment, newest first and live, group by group under their days.
public final class ActivityPanel extends Div {

    /// So many entries are kept as others go on; what is older is looked up again when it is wanted.
    private static final int MAX_ENTRIES = 2 * ActivityReading.MAX_ENTRIES;

    /// What is open shows what came since so often.
    private static final Duration BETWEEN_DETAILS = Duration.ofSeconds(1);

    private final EditorSession session;
    private final Clock clock;
    private final ActivityFilters filters;
    private final Div list = new Div();
    private final Paragraph nothing = new Paragraph();
    private final Button older = QuietButtons.of("Show older", this::loadOlder);
    private final LatestLook look = new LatestLook();
    private final GroupDetails details;
    private final Map<Long, ActivityRow> rows = new HashMap<>();
    private final Map<LocalDate, H3> days = new HashMap<>();
    private List<ActivityEntry> entries = new ArrayList<>();
    private OptionalLong next = OptionalLong.empty();
    private Instant until = Instant.MIN;
    private boolean shown;
    private boolean due;
    private boolean stale;

    /// @param link the address of a node
    public ActivityPanel(EditorSession session, Clock clock, Function<NodeId, String> link) {
        this.session = session;
        this.clock = clock;
        this.filters = new ActivityFilters(_ -> load());
        this.details = new GroupDetails(
                session, link, this::showNode, revision -> RestoreDialog.ofRevision(session, revision));
        addClassName("activity");
        list.addClassName("list");
        nothing.addClassName("muted");
        Button back = QuietButtons.of("Go back to…", () -> RestoreDialog.ofMoment(session, clock));
        back.setTooltipText("See the environment as it was at a moment, and restore it");
        back.addClassName("go-back");
        Signal.effect(this, () -> back.setVisible(session.standing().get().mayEdit()));
        older.setVisible(false);
        filters.add(back);
        add(filters, nothing, list, older);
        Live.whileAttached(this, ui -> session.onCommitted(this::read));
        Live.every(BETWEEN_DETAILS, this, this::refreshDetails);
    }

    /// To be told whether it is on the screen.
    public void show(boolean on) {
        session.news().read(on);
        if (on && !shown) {
            load();
        }
        shown = on;
    }

    /// Shows the history of one field.
    public void showField(FieldLocation field) {
        Environment environment = session.now().environment();
        session.find(field.node()).ifPresent(node -> filters.showField(environment, node, field.field()));
    }

    /// Shows what happened to a node and all below it.
    public void showNode(NodeId id) {
        Environment environment = session.now().environment();
        session.find(id).ifPresent(node -> filters.showNode(environment, node));
    }

    private void load() {
        ActivityFilter filter = filters.filter();
        say(stale ? "" : "Loading…");
        stale = false;
        look.fetch(() -> ActivityReading.of(session.history(), filter, Long.MAX_VALUE), read -> {
            entries = new ArrayList<>();
            took(read);
        });
    }

    private void loadOlder() {
        ActivityFilter filter = filters.filter();
        next.ifPresent(before -> {
            older.setEnabled(false);
            look.fetch(() -> ActivityReading.of(session.history(), filter, before), this::took);
        });
    }

    private void took(ActivityReading read) {
        entries.addAll(read.entries());
        next = read.next();
        until = read.until();
        filters.meet(read.entries());
        project();
    }

    /// What a change set, and to what, is not known here, so the history of one field, and what has a text in it, is
    /// looked up again, a moment later: there may be many.
    private void read(CommittedChange committed) {
        ActivityEntry entry = ActivityEntry.of(committed);
        if (!shown || !filters.filter().allows(entry)) {
            return;
        }
        if (filters.filter().asksForMore()) {
            stale = true;
            return;
        }
        boolean known = !entries.isEmpty() && entries.getFirst().revision() >= entry.revision();
        if (!known) {
            entries.addFirst(entry);
            if (entries.size() > MAX_ENTRIES) {
                entries.removeLast();
                next = OptionalLong.of(entries.getLast().revision());
                until = entries.getLast().at();
            }
            filters.meet(List.of(entry));
            projectOnce();
        }
    }

    /// Many changes may come at once.
    private void projectOnce() {
        if (!due) {
            due = true;
            getUI().ifPresent(ui -> ui.beforeClientResponse(this, _ -> project()));
        }
    }

    private void refreshDetails() {
        if (shown && stale) {
            load();
        }
        if (shown) {
            rows.values().stream().distinct().filter(ActivityRow::isBehind).forEach(details::load);
        }
    }

    private void say(String sentence) {
        nothing.setText(sentence);
        nothing.setVisible(!sentence.isEmpty());
    }

    private void project() {
        due = false;
        Environment environment = session.now().environment();
        ZoneId zone = ReaderZone.of(this);
        List<ActivityGroup> groups = ActivityGroup.of(
                entries,
                until,
                !filters.isNarrow(),
                node -> NodeNames.formOf(environment, node).map(Node::id));
        Map<Long, ActivityRow> kept = new HashMap<>(rows);
        rows.clear();
        List<Component> wanted = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate day = LocalDate.MAX;
        for (ActivityGroup group : groups) {
            LocalDate date = LocalDate.ofInstant(group.end(), zone);
            if (!date.equals(day)) {
                day = date;
                H3 heading = days.computeIfAbsent(date, _ -> new H3());
                heading.setText(Moments.day(date, today));
                wanted.add(heading);
            }
            ActivityRow row = row(group, kept, zone);
            rows.put(group.oldest().revision(), row);
            rows.put(group.newest().revision(), row);
            wanted.add(row);
        }
        arrange(wanted);
        say(entries.isEmpty() ? emptyWords() : "");
        older.setVisible(next.isPresent());
        older.setEnabled(true);
        older.setText(entries.isEmpty() ? "Look further back" : "Show older");
    }

    /// Only what is different between the start and the end that stay is taken out and put in.
    private void arrange(List<Component> wanted) {
        List<Component> there = list.getChildren().toList();
        int start = 0;
        while (start < Math.min(there.size(), wanted.size()) && there.get(start).equals(wanted.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(there.size(), wanted.size()) - start
                && there.get(there.size() - 1 - end).equals(wanted.get(wanted.size() - 1 - end))) {
            end++;
        }
        there.subList(start, there.size() - end).forEach(list::remove);
        for (int at = start; at < wanted.size() - end; at++) {
            list.addComponentAtIndex(at, wanted.get(at));
        }
    }

    private String emptyWords() {
        if (next.isPresent()) {
            return "Nothing like that in the newest part of the log.";
        }
        return filters.isNarrow() ? "Nobody did anything like that." : "Nothing was changed yet.";
    }

    /// What is open stays open.
    private ActivityRow row(ActivityGroup group, Map<Long, ActivityRow> kept, ZoneId zone) {
        ActivityRow known = kept.getOrDefault(
                group.oldest().revision(), kept.get(group.newest().revision()));
        if (known != null) {
            known.show(group, zone);
            kept.values().removeIf(known::equals);
            return known;
        }
        return new ActivityRow(group, person(group.newest()), zone, details::load);
    }

    private Person person(ActivityEntry entry) {
        boolean me = entry.author().equals(session.access().actor().user());
        return new Person(entry.authorName(), Person.colourOf(entry.author().value()), me);
    }
}

package dev.understudy.ui.editor.activity;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.understudy.ui.kit.Avatar;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.Moments;
import dev.understudy.ui.kit.Person;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One group of the activity: who did what and when; opened, with what it changed.
final class ActivityRow extends Div {

    private final Person person;
    private final Consumer<ActivityRow> opened;
    private final NativeButton head = new NativeButton();
    private final Span words = new Span();
    private final Span times = new Span();
    private final Div detail = new Div();
    private ActivityGroup group;
    private boolean behind;

    /// @param opened is told when the details are wanted, to put them in by [#show(Div)]
    ActivityRow(ActivityGroup group, Person person, ZoneId zone, Consumer<ActivityRow> opened) {
        this.group = group;
        this.person = person;
        this.opened = opened;
        addClassName("activity-row");
        Span text = new Span(words, times);
        text.addClassName("text");
        times.addClassName("times");
        head.add(new Avatar(person), text);
        head.addClassName("head");
        head.addClickListener(click -> toggle());
        detail.addClassName("detail");
        add(head, detail);
        open(false);
        show(group, zone);
    }

    ActivityGroup group() {
        return group;
    }

    boolean isOpen() {
        return detail.isVisible();
    }

    /// Shows the group as it is by now.
    void show(ActivityGroup now, ZoneId zone) {
        behind |= !now.equals(group);
        group = now;
        Span name = new Span(person.me() ? "You" : person.name());
        name.addClassName("name");
        words.removeAll();
        words.add(name, new Span(" " + ActivityWords.of(now.entries())));
        List<String> facts = new ArrayList<>();
        facts.add(Moments.span(now.start(), now.end(), zone));
        if (now.entries().size() > 1) {
            facts.add(Counted.of(now.entries().size(), "change"));
        }
        if (now.newest().byToken()) {
            facts.add("by a token");
        }
        times.setText(String.join(" · ", facts));
        times.setTitle(Moments.exact(now.end(), zone));
    }

    /// Whether it is open and shows less than there is by now.
    boolean isBehind() {
        return behind && isOpen();
    }

    private void toggle() {
        open(!isOpen());
        if (isOpen()) {
            Span loading = new Span("Loading…");
            loading.addClassName("muted");
            detail.removeAll();
            detail.add(loading);
            opened.accept(this);
        }
    }

    private void open(boolean on) {
        detail.setVisible(on);
        head.getElement().setAttribute("aria-expanded", Boolean.toString(on));
    }

    /// Puts the details in.
    void show(Div details) {
        behind = false;
        detail.removeAll();
        detail.add(details);
    }
}

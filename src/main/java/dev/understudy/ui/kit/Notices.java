package dev.understudy.ui.kit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Short sentences that come up at the edge of the screen and go by themselves: what was done, or why it was not.
public final class Notices {

    /// The key that leads to the newest notice with something to press.
    static final String KEY = "F8";

    /// So many at once that only tell or offer to take something back; more would lie on what is worked on.
    static final int AT_ONCE = 3;

    private static final Duration READ = Duration.ofSeconds(4);
    private static final Duration DECIDE = Duration.ofSeconds(30);

    /// The time stands still while somebody is about to press something, and [#KEY] leads there from everywhere.
    private static final String PATIENCE = """
            const notice = $0, time = $1;
            const card = notice.closest('vaadin-notification-card');
            if (!card) return;
            const hold = () => { this.duration = 0; };
            const go = () => { if (!card.matches(':hover, :focus-within')) this.duration = time; };
            card.addEventListener('mouseenter', hold);
            card.addEventListener('focusin', hold);
            card.addEventListener('mouseleave', go);
            card.addEventListener('focusout', () => setTimeout(go));
            card.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.opened = false; });
            if (!window.understudyNotices) {
              window.understudyNotices = true;
              window.addEventListener('keydown', (event) => {
                if (event.key !== $2) return;
                const button = document.querySelector('vaadin-notification-card .notice > .act');
                if (!button) return;
                event.preventDefault();
                button.focus();
              });
            }
            """;

    private Notices() {}

    public static Notification done(String sentence) {
        return open(Tone.OK, sentence, READ);
    }

    /// Something became different that the reader did not do.
    public static Notification told(String sentence) {
        return open(Tone.QUIET, sentence, DECIDE);
    }

    /// Something did not work: what, and what to do now.
    public static Notification failed(String sentence) {
        Notification notification = open(Tone.BAD, sentence, DECIDE);
        dismissible(notification);
        return notification;
    }

    /// Something was done that a click takes back.
    public static Notification undoable(String sentence, Runnable undo) {
        return answerable(Tone.OK, sentence, "Undo", undo);
    }

    /// Something was done that a click takes back by an [Errand]; the notice stays until that is done.
    ///
    /// @param done is told what came of it
    public static <T> Notification undoable(String sentence, Supplier<T> undo, Consumer<T> done) {
        return answerable(
                Tone.OK,
                sentence,
                "Undo",
                (notice, button) -> Errand.run(button, undo, result -> {
                    notice.close();
                    done.accept(result);
                }));
    }

    /// Something that one may want to answer with a click.
    ///
    /// @param words what the button says
    public static Notification offering(String sentence, String words, Runnable action) {
        return answerable(Tone.WARN, sentence, words, action);
    }

    private static Notification answerable(Tone tone, String sentence, String words, Runnable action) {
        return answerable(tone, sentence, words, (notice, _) -> {
            notice.close();
            action.run();
        });
    }

    private static Notification answerable(
            Tone tone, String sentence, String words, BiConsumer<Notification, Button> action) {
        Notification notification = open(tone, sentence, DECIDE);
        Button button = new Button(words);
        button.addClickListener(click -> action.accept(notification, button));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClassName("act");
        button.getElement().setAttribute("aria-keyshortcuts", KEY);
        button.setTooltipText(KEY);
        notice(notification).add(button);
        dismissible(notification);
        return notification;
    }

    private static void dismissible(Notification notification) {
        Button away = new Button("✕", click -> notification.close());
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        away.setAriaLabel("Dismiss");
        away.addClassNames("act", "away");
        Div notice = notice(notification);
        notice.add(away);
        notification
                .getElement()
                .executeJs(
                        "setTimeout(() => {" + PATIENCE + "}, 100)",
                        notice.getElement(),
                        notification.getDuration(),
                        KEY);
    }

    private static Div notice(Notification notification) {
        return notification.getChildren().findFirst().map(Div.class::cast).orElseThrow();
    }

    private static Notification open(Tone tone, String sentence, Duration time) {
        Span dot = new Span();
        dot.addClassName("dot");
        Span text = new Span(sentence);
        text.addClassName("grow");
        Div notice = new Div(dot, text);
        notice.addClassName("notice");
        notice.getElement().setAttribute("data-tone", tone.word());
        Notification notification = new Notification();
        notification.add(notice);
        notification.setPosition(Position.BOTTOM_START);
        notification.setDuration(Math.toIntExact(time.toMillis()));
        notification.setAssertive(tone == Tone.BAD);
        if (tone == Tone.OK || tone == Tone.QUIET) {
            makeRoom(notification);
        }
        notification.open();
        return notification;
    }

    /// What went wrong or waits for an answer stays whatever comes after it.
    private static void makeRoom(Notification next) {
        UI ui = UI.getCurrentOrThrow();
        Passing passing = ComponentUtil.getData(ui, Passing.class);
        if (passing == null) {
            passing = new Passing(new ArrayDeque<>());
            ComponentUtil.setData(ui, Passing.class, passing);
        }
        passing.notices().removeIf(notice -> !notice.isOpened());
        while (passing.notices().size() >= AT_ONCE) {
            passing.notices().removeFirst().close();
        }
        passing.notices().add(next);
    }

    /// Those on a page that make room for newer ones, oldest first.
    private record Passing(Deque<Notification> notices) {}
}

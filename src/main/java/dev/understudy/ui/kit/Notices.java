package dev.understudy.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import java.time.Duration;

/// Short sentences that come up at the edge of the screen and go by themselves: what was done, or why it was not.
public final class Notices {

    private static final Duration READ = Duration.ofSeconds(4);
    private static final Duration DECIDE = Duration.ofSeconds(10);

    private Notices() {}

    public static Notification done(String sentence) {
        return open(Tone.OK, sentence, READ);
    }

    /// Something did not work: what, and what to do now.
    public static Notification failed(String sentence) {
        return open(Tone.BAD, sentence, DECIDE);
    }

    /// Something was done that a click takes back.
    public static Notification undoable(String sentence, Runnable undo) {
        Notification notification = open(Tone.OK, sentence, DECIDE);
        Button button = new Button("Undo", click -> {
            notification.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        notification.getChildren().findFirst().map(Div.class::cast).ifPresent(notice -> notice.add(button));
        return notification;
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
        notification.open();
        return notification;
    }
}

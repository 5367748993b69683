package dev.understudy.ui.kit;

import com.vaadin.flow.component.HtmlComponent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A moment as people say it, in the time zone of the reader's browser; the exact time is its tooltip. It does not
/// run by itself: whoever shows it calls [#refresh] now and then, see [Live#every].
public final class RelativeTime extends HtmlComponent {

    private final Clock clock;
    private @Nullable Instant moment;

    public RelativeTime(Clock clock) {
        super("time");
        this.clock = clock;
        addAttachListener(attached -> refresh());
    }

    public RelativeTime(Clock clock, Instant moment) {
        this(clock);
        show(moment);
    }

    public void show(Instant instant) {
        moment = instant;
        refresh();
    }

    public void refresh() {
        Instant then = moment;
        if (then == null) {
            return;
        }
        ZoneId zone = ReaderZone.of(this);
        getElement().setText(Moments.ago(then, clock.instant(), zone));
        getElement().setAttribute("datetime", then.toString());
        setTitle(Moments.exact(then, zone));
    }

    public String text() {
        return getElement().getText();
    }
}

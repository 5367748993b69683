package dev.understudy.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import dev.understudy.security.CurrentUser;
import dev.understudy.ui.kit.PageQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;

/// How many pages are kept: of a session, and of all strangers together. Asking for one costs nothing, and what nobody
/// looks at any more goes for the new one. Any thread may call it.
@Component
final class PageBounds implements VaadinServiceInitListener {

    /// Of a session that nobody has signed in to.
    static final int OF_STRANGER = 5;

    /// Of a session that somebody has signed in to.
    static final int OF_PERSON = 50;

    /// Of all sessions that nobody has signed in to.
    static final int OF_STRANGERS = 5_000;

    private static final Comparator<UI> OLDEST_FIRST = Comparator.comparingInt(UI::getUIId);

    /// A page that is open tells so every five minutes.
    private static final Comparator<UI> IDLE_FIRST = Comparator.<UI>comparingLong(
                    page -> page.getInternals().getLastHeartbeatTimestamp())
            .thenComparing(OLDEST_FIRST);

    private final CurrentUser current;
    private final SequencedSet<UI> strangers = new LinkedHashSet<>();

    PageBounds(CurrentUser current) {
        this.current = current;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> enter(init.getUI()));
    }

    /// Called with the lock of the session.
    private void enter(UI page) {
        boolean known = current.person().isPresent();
        List<UI> others = new ArrayList<>(page.getSession().getUIs());
        others.removeIf(other -> other == page || other.isClosing());
        others.sort(known ? IDLE_FIRST : OLDEST_FIRST);
        int most = known ? OF_PERSON : OF_STRANGER;
        others.stream().limit(Math.max(0, others.size() + 1 - most)).forEach(UI::close);
        if (!known) {
            count(page).ifPresent(PageBounds::end);
        }
    }

    /// The one that has to go, if there is one.
    private Optional<UI> count(UI page) {
        page.addDetachListener(gone -> forget(page));
        synchronized (strangers) {
            strangers.add(page);
            return strangers.size() > OF_STRANGERS ? Optional.of(strangers.removeFirst()) : Optional.empty();
        }
    }

    private void forget(UI page) {
        synchronized (strangers) {
            strangers.remove(page);
        }
    }

    /// At once, and not when its session is next asked for something.
    private static void end(UI page) {
        PageQueue.post(page, () -> {
            VaadinSession session = page.getSession();
            page.close();
            session.removeUI(page);
        });
    }
}

package dev.understudy.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.RightsLog;
import dev.understudy.team.UserId;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.PageQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// The pages of this process that somebody has open, person by person, so that a session that is over ends in its pages
/// too: a page that only listens sends no request that could be refused. The [RightsLog] says when to look. Any thread
/// may call it.
@Component
public class OpenPages implements VaadinServiceInitListener {

    private static final String LOGIN = "login";

    private final CurrentUser current;
    private final Map<UserId, Set<UI>> pages = new ConcurrentHashMap<>();

    OpenPages(CurrentUser current, RightsLog rights) {
        this.current = current;
        rights.listen(change ->
                pages.keySet().stream().filter(change::concernsAccount).forEach(this::check));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> current.person().ifPresent(user -> enter(init.getUI(), user)));
    }

    /// How many pages of somebody are open.
    int open(UserId user) {
        return pages.getOrDefault(user, Set.of()).size();
    }

    private void enter(UI ui, UserId user) {
        pages.compute(user, (_, open) -> {
            Set<UI> all = open == null ? ConcurrentHashMap.newKeySet() : open;
            all.add(ui);
            return all;
        });
        ui.addDetachListener(_ -> leave(ui, user));
        // Whatever ended between the request and now was told before this page was known.
        check(user);
    }

    private void leave(UI ui, UserId user) {
        pages.computeIfPresent(user, (_, open) -> {
            open.remove(ui);
            return open.isEmpty() ? null : open;
        });
    }

    private void check(UserId user) {
        pages.getOrDefault(user, Set.of()).forEach(ui -> PageQueue.post(ui, () -> check(ui)));
    }

    /// The account is looked up aside. Whoever changes a password has kept their own session meanwhile, which then has
    /// another authentication.
    private void check(UI ui) {
        Optional<Authentication> asked = CurrentUser.session();
        Errand.fetch(() -> asked.flatMap(current::ending), ending -> {
            if (ending.isPresent() && asked.equals(CurrentUser.session())) {
                end(ui);
            }
        });
    }

    /// The page goes to the login, whose request ends the session and says why. Whatever the page does instead, nothing
    /// is sent to it any more: its connection is closed, and everything that it listened to is detached.
    private static void end(UI page) {
        List<UI> all = new ArrayList<>(page.getSession().getUIs());
        all.removeIf(UI::isClosing);
        for (UI ui : all) {
            ui.getPage().setLocation(LOGIN);
            ui.close();
        }
    }
}

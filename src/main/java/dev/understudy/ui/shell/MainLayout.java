package dev.understudy.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.understudy.presence.Presence;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Actor;
import dev.understudy.team.RightsLog;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.Dialogs;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;

/// The frame of every view but the editor: header, navigation, and the view. On a phone the navigation is a drawer.
@PermitAll
public final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Navigation navigation = new Navigation();
    private final Main view = new Main();
    private final Button toggle = new Button("☰", click -> show(!isOpen()));

    MainLayout(
            CurrentUser user,
            SelectedTeam team,
            Presence presence,
            RightsLog rights,
            AuthenticationContext authentication) {
        Actor me = user.actor();
        List<TeamAccess> teams = team.all(me);
        addClassName("shell");
        toggle.addClassName("nav-toggle");
        toggle.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        toggle.setAriaLabel("Navigation");
        Div scrim = new Div();
        scrim.addClassName("scrim");
        scrim.addClickListener(click -> show(false));
        Span space = new Span();
        space.addClassName("grow");
        add(
                new Header(
                        toggle,
                        brand(),
                        new TeamSwitch(team, teams),
                        space,
                        new ConnectedPeople(team, presence),
                        new AccountMenu(user, authentication)),
                navigation,
                scrim,
                view);
        TeamPlaces shown = TeamPlaces.of(teams);
        Live.whileAttached(this, ui -> {
            Coalesced<TeamPlaces> looks =
                    new Coalesced<>(() -> TeamPlaces.of(team.all(me)), now -> follow(shown, now), ui, BETWEEN_LOOKS);
            return rights.listen(change -> {
                if (change.concernsMemberships(me.user())) {
                    looks.request();
                }
            });
        });
    }

    /// Logo and name, leading home.
    public static Anchor brand() {
        Span logo = new Span("U");
        logo.addClassName("logo");
        logo.getElement().setAttribute("aria-hidden", "true");
        Anchor home = new Anchor("", logo, new Span("Understudy"));
        home.getElement().setAttribute("router-link", true);
        home.addClassName("brand");
        return home;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        view.getElement().removeAllChildren().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(false);
        navigation.refresh();
    }

    /// With another role, or out of the team, one sees other things. What a dialog offers may be among what is gone.
    private void follow(TeamPlaces before, TeamPlaces now) {
        if (before.equals(now) || !isAttached()) {
            return;
        }
        UI ui = UI.getCurrentOrThrow();
        Dialogs.closeAll(ui);
        ui.refreshCurrentRoute(true);
        before.news(now).forEach(Notices::told);
    }

    private boolean isOpen() {
        return "open".equals(getElement().getAttribute("data-nav"));
    }

    private void show(boolean open) {
        getElement().setAttribute("data-nav", open ? "open" : "closed");
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }
}

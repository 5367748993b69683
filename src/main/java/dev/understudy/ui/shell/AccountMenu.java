package dev.understudy.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Actor;
import dev.understudy.ui.kit.Avatar;
import dev.understudy.ui.kit.Person;

/// One's own avatar and behind it: who one is, one's own views, the colours of the screen, signing out.
public final class AccountMenu extends Button {

    public AccountMenu(CurrentUser user, AuthenticationContext authentication) {
        Actor actor = user.actor();
        addClassName("account");
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        setAriaLabel("Your account: " + actor.displayName());
        setIcon(new Avatar(new Person(actor.displayName(), 0, true)));

        ContextMenu menu = new ContextMenu(this);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
        MenuItem who = menu.addItem(whoIs(actor));
        who.setEnabled(false);
        menu.addSeparator();
        MenuGroup.entries(MenuGroup.YOU)
                .forEach(entry -> menu.addItem(
                        entry.title(), click -> UI.getCurrentOrThrow().navigate(entry.menuClass())));
        MenuItem appearance = menu.addItem("Appearance");
        for (Scheme scheme : Scheme.values()) {
            appearance
                    .getSubMenu()
                    .addItem(
                            scheme.label(),
                            click -> scheme.choose(UI.getCurrentOrThrow().getPage()));
        }
        menu.addSeparator();
        menu.addItem("Sign out", click -> authentication.logout());
    }

    private static Div whoIs(Actor actor) {
        Span name = new Span(actor.displayName());
        Span email = new Span(actor.email());
        email.addClassNames("small", "muted");
        Div who = new Div(name, email);
        who.addClassName("who-is");
        return who;
    }
}

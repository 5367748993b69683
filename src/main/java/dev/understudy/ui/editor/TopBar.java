package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Schema;
import dev.understudy.presence.Participant;
import dev.understudy.team.UserId;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.AvatarRow;
import dev.understudy.ui.kit.Person;
import dev.understudy.ui.kit.Sign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The bar above the editor: which environment this is, where its mock answers, and who is here.
final class TopBar extends Header {

    private final EditorSession session;
    private final AvatarRow people = new AvatarRow("here");

    TopBar(EditorSession session, String team, List<Component> mock, Component account, Runnable drawer) {
        this.session = session;
        Button menu = new Button(Sign.MENU.create(), click -> drawer.run());
        menu.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        menu.addClassName("drawer-button");
        menu.setAriaLabel("Routes");
        Span logo = new Span("U");
        logo.addClassName("logo");
        Anchor home = new Anchor("", logo);
        home.getElement().setAttribute("router-link", true);
        home.addClassName("home");
        home.setTitle("All environments");
        home.getElement().setAttribute("aria-label", "All environments");
        Anchor crumb = new Anchor("", team);
        crumb.getElement().setAttribute("router-link", true);
        crumb.addClassNames("team", "cut");
        Span slash = new Span("/");
        slash.addClassName("slash");
        LiveText name = new LiveText(session, Schema.ENVIRONMENT_NAME);
        name.addClassName("environment-name");
        name.box().setLabel(null);
        name.box().setAriaLabel("Name of the environment");
        name.bind(session.now().environment().root().id());
        Span space = new Span();
        space.addClassName("grow");
        add(menu, home, crumb, slash, name, new UndoButtons(session), space);
        mock.forEach(this::add);
        add(people, account);
        Signal.effect(this, () -> {
            List<Person> others = others(session.people().others());
            people.show(others, others.size() + 1);
        });
    }

    /// Everybody but the reader, once however many tabs they have.
    private List<Person> others(List<Participant> present) {
        UserId me = session.access().actor().user();
        Map<UserId, Person> persons = new LinkedHashMap<>();
        for (Participant person : present) {
            if (!person.user().equals(me)) {
                persons.computeIfAbsent(person.user(), _ -> new Person(person.displayName(), person.colour(), false));
            }
        }
        return List.copyOf(persons.values());
    }
}

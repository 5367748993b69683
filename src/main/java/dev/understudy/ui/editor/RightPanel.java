package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import dev.understudy.ui.editor.activity.ActivityPanel;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.kit.OnDemand;
import dev.understudy.ui.kit.Sign;
import java.time.Clock;

/// What stands beside the form: what happened. On a narrow screen it lies over the form. Whether it is open is
/// remembered by the browser.
final class RightPanel extends Section {

    private static final String REMEMBERED = "return localStorage.getItem('understudy.beside') ?? ''";
    private static final String REMEMBER = "localStorage.setItem('understudy.beside', $0)";
    private static final String ACTIVITY = "activity";

    private final Component screen;
    private final OnDemand<ActivityPanel> activity;
    private final NativeButton tab = new NativeButton("Activity");
    private boolean open;

    /// @param screen gets the attribute `data-beside`, by which the layout makes room
    RightPanel(EditorSession session, Clock clock, Component screen) {
        this.screen = screen;
        addClassName("beside");
        getElement().setAttribute("role", "complementary").setAttribute("aria-label", "Activity");
        Div place = new Div();
        place.addClassName("content");
        this.activity = new OnDemand<>(
                () -> new ActivityPanel(session, clock, node -> EditorLinks.to(session.environment(), node)),
                place::add);
        tab.addClassName("on");
        Button close = new Button(Sign.CLOSE.create(), click -> choose(false));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        close.setAriaLabel("Close activity");
        Div tabs = new Div(tab, close);
        tabs.addClassName("tabs");
        add(tabs, place);
        show(false);
        addAttachListener(attached -> getElement().executeJs(REMEMBERED).then(String.class, was -> {
            if (was.equals(ACTIVITY) && !open) {
                show(true);
            }
        }));
    }

    /// Opens it, or closes it if it is open.
    void toggle() {
        choose(!open);
    }

    /// Opens it with the history of a field.
    void showField(FieldLocation field) {
        choose(true);
        activity.get().showField(field);
    }

    private void choose(boolean on) {
        show(on);
        getElement().executeJs(REMEMBER, on ? ACTIVITY : "");
    }

    private void show(boolean on) {
        open = on;
        screen.getElement().setAttribute("data-beside", on ? "open" : "closed");
        activity.madeIf(on).ifPresent(panel -> panel.show(on));
    }
}

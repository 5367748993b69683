package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import com.vaadin.flow.router.QueryParameters;
import dev.understudy.collab.Rooms;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.editor.field.ChoiceBox;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveNumber;
import dev.understudy.ui.editor.field.LiveText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// The editor of the [Sample] in windows of Ana, who owns the team, and Ben, who edits.
public abstract class EditorFixture extends UiFixture {

    @Autowired
    protected Rooms rooms;

    protected Actor ana;
    protected Actor ben;
    protected EnvironmentId id;
    private long seq;

    @BeforeEach
    void coffeeShop() {
        ana = member("Ana", Role.OWNER);
        ben = member("Ben", Role.EDITOR);
        id = environments.create(accessOf(ana), sample());
    }

    /// What the environment is made of.
    protected Environment sample() {
        return Sample.document();
    }

    protected BrowserlessUIContext open(Actor actor) {
        BrowserlessUIContext window = browserOf(actor);
        window.navigate(EditorLinks.to(id), EditorView.class);
        return window;
    }

    protected BrowserlessUIContext open(Actor actor, NodeId node) {
        BrowserlessUIContext window = browserOf(actor);
        go(window, node);
        return window;
    }

    /// The editor where the address names a section.
    ///
    /// @param section the word at the end of its address
    protected BrowserlessUIContext openSection(Actor actor, String section) {
        BrowserlessUIContext window = browserOf(actor);
        window.navigate(EditorLinks.to(id) + "/" + section, EditorView.class);
        return window;
    }

    /// The editor where the address has a query.
    ///
    /// @param section the end of its address, with its slash; empty for none
    protected BrowserlessUIContext openQuery(Actor actor, String section, String query) {
        BrowserlessUIContext window = browserOf(actor);
        window.activate();
        UI.getCurrentOrThrow().navigate(EditorLinks.to(id) + section, QueryParameters.fromString(query));
        settle(window);
        return window;
    }

    protected void go(BrowserlessUIContext window, NodeId node) {
        window.navigate(EditorLinks.to(id, node), EditorView.class);
    }

    /// Somebody else edits.
    protected void submit(Actor actor, Edit... edits) {
        var access = accessOf(actor, id);
        var room = rooms.open(access);
        room.submit(new Change("test", ++seq, room.snapshot().revision(), List.of(edits)), access);
    }

    protected Environment document() {
        return rooms.open(accessOf(ana, id)).snapshot().environment();
    }

    protected List<Node> children(NodeId parent, Slot slot) {
        return List.copyOf(document().children(parent, slot));
    }

    /// Opens a part of a form.
    protected static void openTab(BrowserlessUIContext window, String words) {
        Tabs tabs = window.find(Tabs.class).all().stream()
                .filter(EditorFixture::isShown)
                .findFirst()
                .orElseThrow();
        tabs.setSelectedTab(window.find(Tab.class, tabs).all().stream()
                .filter(tab -> tab.getElement().getTextRecursively().startsWith(words))
                .findFirst()
                .orElseThrow());
    }

    protected void press(BrowserlessUIContext window, String button) {
        click(window, button);
        settle(window);
    }

    /// Presses a button, and waits for nothing.
    protected void click(BrowserlessUIContext window, String button) {
        window.test(window.find(Button.class).all().stream()
                        .filter(shown -> name(shown).equals(button) && isShown(shown))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    /// What the boxes of a field show, from top to bottom.
    protected static List<String> texts(BrowserlessUIContext window, Field<?> field) {
        return Stream.concat(
                        window.find(LiveText.class).withAttribute("data-field", field.key()).all().stream()
                                .filter(EditorFixture::isShown)
                                .map(LiveText::shown),
                        window.find(LiveNumber.class).withAttribute("data-field", field.key()).all().stream()
                                .filter(EditorFixture::isShown)
                                .map(LiveNumber::shown))
                .toList();
    }

    protected static String shown(BrowserlessUIContext window, String field) {
        return window.find(LiveText.class)
                .withAttribute("data-field", field)
                .single()
                .shown();
    }

    /// The drop-downs of a field that are on the screen.
    @SuppressWarnings("unchecked")
    protected static <T> List<LiveChoice<T>> choices(BrowserlessUIContext window, Field<T> field) {
        return window.find(LiveChoice.class).withAttribute("data-field", field.key()).all().stream()
                .filter(EditorFixture::isShown)
                .map(choice -> (LiveChoice<T>) choice)
                .toList();
    }

    /// Chooses a value in the first drop-down of a field that is on the screen.
    protected <T> void choose(BrowserlessUIContext window, Field<T> field, T value) {
        ChoiceBox<T> box = choices(window, field).getFirst().box();
        assertThat(box.offered()).contains(value);
        assertThat(window.test(box).isUsable()).isTrue();
        try {
            box.getElement()
                    .getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient("value", ChoiceBox.key(value))
                    .run();
        } catch (PropertyChangeDeniedException denied) {
            throw new AssertionError(denied);
        }
        settle(window);
    }

    protected static String text(BrowserlessUIContext window, Class<? extends Component> type) {
        return window.find(type).single().getElement().getTextRecursively();
    }

    protected static List<String> buttons(BrowserlessUIContext window) {
        return window.find(Button.class).all().stream()
                .filter(EditorFixture::isShown)
                .map(EditorFixture::name)
                .toList();
    }

    /// Whether neither it nor anything around it has the attribute `hidden`.
    protected static boolean isShown(Component component) {
        for (Optional<Component> at = Optional.of(component);
                at.isPresent();
                at = at.get().getParent()) {
            if (at.get().getElement().hasAttribute("hidden")) {
                return false;
            }
        }
        return true;
    }

    private static String name(Button button) {
        return button.getText().isEmpty() ? button.getAriaLabel().orElse("") : button.getText();
    }
}

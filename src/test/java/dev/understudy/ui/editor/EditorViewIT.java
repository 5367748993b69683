package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.panel.FolderPanel;
import dev.understudy.ui.kit.AvatarRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EditorViewIT extends EditorFixture {

    @Test
    @DisplayName("U48 every node has an address, which shows its form and marks its row")
    void deepLinks() {
        BrowserlessUIContext window = open(ben, Sample.PAID);
        assertThat(path(window)).isEqualTo("orders/:order/payment");
        assertThat(selected(window)).contains(Sample.PAY);
        go(window, Sample.HEALTH_CLOSED);
        assertThat(tabOn(window)).contains("Closed");
        go(window, Sample.ORDERS);
        assertThat(window.find(LiveText.class, window.find(FolderPanel.class).single())
                        .single()
                        .shown())
                .isEqualTo("Orders");
        assertThat(selected(window)).contains(Sample.ORDERS);
        go(window, Sample.ROOT);
        assertThat(selected(window)).isEmpty();
    }

    @Test
    @DisplayName("U48 without a node the editor shows the first route and its default response")
    void firstRoute() {
        BrowserlessUIContext window = open(ben);
        assertThat(path(window)).isEqualTo("health");
        assertThat(tabOn(window)).contains("Open");
    }

    @Test
    @DisplayName("U49 what another changes shows at once, and leaves alone what is shown and what is open")
    void othersWork() {
        BrowserlessUIContext window = open(ben, Sample.LIST);
        eventually(
                window,
                () -> assertThat(rows(window))
                        .containsExactly("health", "Orders", "orders", "orders", "Payments", "orders/:order/payment"));
        submit(ana, new Edit.Set(Sample.HEALTH, Schema.ROUTE_ENDPOINT.key(), "alive"));
        submit(ana, new Edit.Remove(Sample.PAYMENTS));
        eventually(window, () -> assertThat(rows(window)).containsExactly("alive", "Orders", "orders", "orders"));
        assertThat(path(window)).isEqualTo("orders");
        assertThat(selected(window)).contains(Sample.LIST);
    }

    @Test
    @DisplayName("U50 a viewer finds every field read-only and no button that would change something")
    void viewer() {
        BrowserlessUIContext window = open(member("Lea", Role.VIEWER), Sample.LIST);
        assertThat(window.find(TextField.class).all())
                .filteredOn(field -> !(field instanceof FilterBox))
                .allMatch(TextField::isReadOnly);
        assertThat(window.find(Checkbox.class).all()).allMatch(Checkbox::isReadOnly);
        assertThat(window.find(LiveChoice.class).all())
                .allMatch(choice -> choice.box().isReadOnly());
        assertThat(buttons(window))
                .doesNotContain("Add", "+ Response", "Add header", "Add route", "Start", "Stop", "Format");
        assertThat(window.find(FormArea.class).single().getElement().getTextRecursively())
                .contains("You may look but not change: your role in this team is viewer.");
    }

    @Test
    @DisplayName("U51 who looks at what somebody else removes reads who did it, and can take that back")
    void removedByAnother() {
        BrowserlessUIContext window = open(ben, Sample.PAID);
        submit(ana, new Edit.Remove(Sample.PAYMENTS));
        eventually(
                window,
                () -> assertThat(removal(window)).contains("Ana removed the folder. What you see is how it was."));
        assertThat(path(window)).as("stays readable").isEqualTo("orders/:order/payment");
        window.test(window.find(Button.class, window.find(Removal.class).single())
                        .withText("Undo")
                        .single())
                .click();
        eventually(window, () -> assertThat(window.find(Removal.class).exists()).isFalse());
        assertThat(document().contains(Sample.PAID)).isTrue();
    }

    @Test
    @DisplayName("U51 the address of what is gone says so")
    void addressOfWhatIsGone() {
        submit(ana, new Edit.Remove(Sample.PAY));
        BrowserlessUIContext window = open(ben, Sample.PAY);
        assertThat(removal(window)).contains("What this address leads to is not here any more.");
    }

    @Test
    @DisplayName("U52 who is here is counted: everybody once, however many tabs, and nobody who left")
    void peopleHere() {
        BrowserlessUIContext bens = open(ben);
        eventually(bens, () -> assertThat(here(bens)).isEqualTo("1 here"));
        BrowserlessUIContext anas = open(ana);
        open(ana);
        eventually(bens, () -> assertThat(here(bens)).endsWith("2 here"));
        eventually(anas, () -> assertThat(here(anas)).endsWith("2 here"));
        bens.activate();
        bens.getUser().close();
        eventually(anas, () -> assertThat(here(anas)).isEqualTo("1 here"));
    }

    @Test
    @DisplayName("U53 when the environment goes to the trash, nothing of it stays on the screen")
    void trashed() {
        BrowserlessUIContext window = open(ben, Sample.LIST);
        environments.trash(accessOf(ana, id));
        eventually(window, () -> {
            String text = window.find(EditorView.class).single().getElement().getTextRecursively();
            assertThat(text)
                    .contains("This environment was moved to the trash. It can be restored from there.")
                    .doesNotContain("Coffee shop");
        });
    }

    @Test
    @DisplayName("U54 the mock is started and stopped from the bar, which shows where it answers")
    void listener() {
        BrowserlessUIContext window = open(ben, Sample.LIST);
        assertThat(bar(window)).contains("Stopped");
        window.test(window.find(Button.class).withText("Start").single()).click();
        eventually(window, () -> assertThat(bar(window)).contains("Running", "localhost:"));
        window.test(window.find(Button.class).withText("Stop").single()).click();
        eventually(window, () -> {
            assertThat(bar(window)).contains("Stopped");
            assertThat(window.find(Anchor.class, window.find(ListenerBar.class).single())
                            .exists())
                    .isFalse();
        });
    }

    @Test
    @DisplayName("U44 a path that cannot be read is told at the route, in the tree and in the list of problems")
    void problems() {
        BrowserlessUIContext window = open(ben, Sample.LIST);
        submit(ana, new Edit.Set(Sample.LIST, Schema.ROUTE_ENDPOINT.key(), "orders/:("));
        eventually(window, () -> {
            assertThat(window.find(ProblemList.class).single().getElement().getTextRecursively())
                    .contains("1 problem");
            assertThat(window.find(FormArea.class).single().getElement().getTextRecursively())
                    .contains("This path can't be read");
            assertThat(tree(window).shown())
                    .filteredOn(TreeRow::broken)
                    .extracting(TreeRow::id)
                    .containsExactly(Sample.LIST);
        });
    }

    @Test
    @DisplayName("U47 a route that never answers because one above it has the same method and path is told so")
    void sameRoute() {
        submit(ana, new Edit.Set(Sample.CREATE, Schema.ROUTE_METHOD.key(), "get"));
        BrowserlessUIContext window = open(ben, Sample.CREATE);
        eventually(window, () -> assertThat(text(window, FormArea.class)).contains("same method and path"));
    }

    @Test
    @DisplayName("U44 what is wrong in a row stands in that row, marked at its field, and in the list")
    void problemInARow() {
        NodeId rule = Sample.id(90);
        submit(
                ana,
                new Edit.Add(
                        rule,
                        Kind.RULE,
                        Sample.LIST_FOUND,
                        Slot.RULES,
                        Optional.empty(),
                        Map.of(Schema.RULE_OPERATOR, "regex", Schema.RULE_VALUE, "("),
                        Map.of()));
        BrowserlessUIContext window = open(ben, rule);
        eventually(window, () -> {
            assertThat(text(window, FormArea.class)).contains("This regular expression can't be read");
            assertThat(window.find(LiveText.class)
                            .withAttribute("data-field", Schema.RULE_VALUE.key())
                            .withClassName("faulty")
                            .all())
                    .hasSize(1);
            assertThat(text(window, ProblemList.class)).contains("1 problem");
        });
    }

    @Test
    @DisplayName("U44 what is wrong with a data bucket stands at its value and marks it in its list")
    void problemInABucket() {
        submit(ana, new Edit.Set(Sample.DRINKS, Schema.BUCKET_VALUE.key(), "[ {{#repeat}} ]"));
        BrowserlessUIContext window = open(ben, Sample.DRINKS);
        eventually(window, () -> {
            assertThat(text(window, FormArea.class))
                    .contains("{{#repeat}} is never closed. Write {{/repeat}} where it ends.");
            assertThat(text(window, SidePanel.class)).contains("Drinks!");
        });
    }

    private static RouteTree tree(BrowserlessUIContext window) {
        return window.find(RouteTree.class).single();
    }

    private static List<String> rows(BrowserlessUIContext window) {
        return tree(window).shown().stream().map(TreeRow::text).toList();
    }

    private static Optional<NodeId> selected(BrowserlessUIContext window) {
        return Optional.ofNullable(tree(window).grid().asSingleSelect().getValue());
    }

    private static String path(BrowserlessUIContext window) {
        return shown(window, Schema.ROUTE_ENDPOINT.key());
    }

    private static String tabOn(BrowserlessUIContext window) {
        return window.find(NativeButton.class)
                .withAttribute("aria-selected", "true")
                .single()
                .getElement()
                .getTextRecursively();
    }

    private static String removal(BrowserlessUIContext window) {
        return window.find(Removal.class).single().getElement().getTextRecursively();
    }

    private static String here(BrowserlessUIContext window) {
        return window.find(AvatarRow.class, window.find(TopBar.class).single())
                .single()
                .getElement()
                .getTextRecursively();
    }

    private static String bar(BrowserlessUIContext window) {
        return window.find(ListenerBar.class).single().getElement().getTextRecursively();
    }
}

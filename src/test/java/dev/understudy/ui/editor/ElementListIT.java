package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.panel.BucketPanel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ElementListIT extends EditorFixture {

    @Test
    @DisplayName("U78 the data buckets are listed beside the routes, in their order, and the first one is shown")
    void dataSection() {
        BrowserlessUIContext window = openSection(ben, "data");
        assertThat(listed(window)).containsExactly("Drinks drnk", "Beans bean");
        assertThat(marked(window)).containsExactly("Drinks drnk");
        assertThat(shownOf(window)).isEqualTo("Drinks");
    }

    @Test
    @DisplayName("U78 the address of a data bucket opens the list and its form")
    void address() {
        BrowserlessUIContext window = open(ben, Sample.BEANS);
        assertThat(marked(window)).containsExactly("Beans bean");
        assertThat(shownOf(window)).isEqualTo("Beans");
        go(window, Sample.LIST);
        assertThat(listed(window)).isEmpty();
    }

    @Test
    @DisplayName("U49 a data bucket that another adds, renames or moves shows at once and disturbs nobody")
    void othersWork() {
        BrowserlessUIContext window = open(ben, Sample.DRINKS);
        submit(ana, new Edit.Set(Sample.BEANS, Schema.BUCKET_NAME.key(), "Coffee beans"));
        submit(ana, new Edit.Move(Sample.DRINKS, Sample.ROOT, Optional.empty()));
        eventually(window, () -> assertThat(listed(window)).containsExactly("Coffee beans bean", "Drinks drnk"));
        assertThat(shownOf(window)).isEqualTo("Drinks");
    }

    @Test
    @DisplayName("U79 one that is added has an id of its own, and a copy of it another one")
    void ownIds() {
        BrowserlessUIContext window = openSection(ben, "data");
        press(window, "Add data");
        List<Node> buckets = children(Sample.ROOT, Slot.BUCKETS);
        assertThat(buckets).hasSize(3);
        assertThat(buckets.getLast().get(Schema.BUCKET_ID)).matches("[0-9a-z]{4}");
        assertThat(shownOf(window)).as("is shown").isEqualTo("New data");
    }

    @Test
    @DisplayName("U51 who looks at a data bucket that somebody else removes reads who did it, and can take that back")
    void removed() {
        BrowserlessUIContext window = open(ben, Sample.BEANS);
        submit(ana, new Edit.Remove(Sample.BEANS));
        eventually(
                window,
                () -> assertThat(text(window, Removal.class))
                        .contains("Ana removed this data bucket. What you see is how it was."));
        window.test(window.find(Button.class, window.find(Removal.class).single())
                        .withText("Undo")
                        .single())
                .click();
        eventually(window, () -> assertThat(listed(window)).containsExactly("Drinks drnk", "Beans bean"));
    }

    @Test
    @DisplayName("U51 who removed it is told also where its address was opened again meanwhile")
    void removedAfterASecondLook() {
        BrowserlessUIContext window = openSection(ben, "data");
        go(window, Sample.DRINKS);
        submit(ana, new Edit.Remove(Sample.DRINKS));
        eventually(
                window,
                () -> assertThat(text(window, Removal.class))
                        .contains("Ana removed this data bucket. What you see is how it was."));
        go(window, Sample.DRINKS);
        assertThat(text(window, Removal.class)).contains("Ana removed this data bucket.");
        assertThat(shownOf(window)).as("stays readable").isEqualTo("Drinks");
        assertThat(window.find(LiveText.class, window.find(BucketPanel.class).single())
                        .all())
                .hasSize(2)
                .allMatch(field -> field.box().isReadOnly());
        submit(ana, new Edit.Set(Sample.ROOT, Schema.ENVIRONMENT_NAME.key(), "Tea shop"));
        eventually(window, () -> assertThat(text(window, Removal.class)).contains("Ana removed this data bucket."));
    }

    @Test
    @DisplayName("U80 where a data bucket is the body is listed, with a way there")
    void uses() {
        submit(
                ana,
                new Edit.Set(Sample.PAID, Schema.RESPONSE_BODY_TYPE.key(), "DATABUCKET"),
                new Edit.Set(Sample.PAID, Schema.RESPONSE_BUCKET.key(), "drnk"));
        BrowserlessUIContext window = open(ben, Sample.DRINKS);
        Anchor use = window.find(Anchor.class, window.find(BucketPanel.class).single())
                .single();
        assertThat(use.getText()).isEqualTo("POST orders/:order/payment · 200 Paid");
        assertThat(use.getHref()).isEqualTo(EditorLinks.to(id, Sample.PAID));
    }

    @Test
    @DisplayName("U6 without data buckets the editor says what one is and offers the first step")
    void empty() {
        submit(ana, new Edit.Remove(Sample.DRINKS), new Edit.Remove(Sample.BEANS));
        BrowserlessUIContext window = openSection(ben, "data");
        assertThat(text(window, Nothing.class)).contains("A data bucket is JSON");
        press(window, "Add data bucket");
        assertThat(children(Sample.ROOT, Slot.BUCKETS)).hasSize(1);
    }

    @Test
    @DisplayName("U50 a viewer is offered no button that adds data")
    void viewer() {
        BrowserlessUIContext window = open(member("Lea", Role.VIEWER), Sample.DRINKS);
        assertThat(buttons(window)).doesNotContain("Add data", "Add data bucket", "Format");
    }

    private static List<String> listed(BrowserlessUIContext window) {
        return elements(window).stream().map(ElementListIT::words).toList();
    }

    private static List<String> marked(BrowserlessUIContext window) {
        return elements(window).stream()
                .filter(row -> row.hasClassName("on"))
                .map(ElementListIT::words)
                .toList();
    }

    private static List<Anchor> elements(BrowserlessUIContext window) {
        return window.find(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("element") && isShown(link))
                .toList();
    }

    private static String words(Anchor row) {
        return String.join(
                " ",
                row.getChildren()
                        .filter(part -> part.isVisible()
                                && !part.getElement().getTextRecursively().isEmpty())
                        .map(part -> part.getElement().getTextRecursively())
                        .toList());
    }

    private static String shownOf(BrowserlessUIContext window) {
        return texts(window, Schema.BUCKET_NAME).getLast();
    }
}

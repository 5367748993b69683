package dev.understudy.ui.editor.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import dev.understudy.edit.Edit;
import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.StreamingMode;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.editor.field.ChoiceBox;
import dev.understudy.ui.editor.field.CodePane;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BodyEditorIT extends EditorFixture {

    @Autowired
    private EditorServices services;

    @Test
    @DisplayName("U81 of a body only what its source uses is shown, and what is not shown stays as it is")
    void sources() {
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        assertThat(areShown(window, CodePane.class)).isTrue();
        choose(window, Schema.RESPONSE_BODY_TYPE, BodyKind.FILE);
        assertThat(areShown(window, FileBody.class)).isTrue();
        assertThat(areShown(window, CodePane.class)).isFalse();
        choose(window, Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET);
        assertThat(areShown(window, BucketBody.class)).isTrue();
        assertThat(areShown(window, FileBody.class)).isFalse();
        assertThat(response().get(Schema.RESPONSE_BODY)).isEqualTo("{}");
    }

    @Test
    @DisplayName("U81 the text that is sent where the file is missing is shown below the file")
    void standIn() {
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        choose(window, Schema.RESPONSE_BODY_TYPE, BodyKind.FILE);
        assertThat(areShown(window, CodePane.class)).isFalse();
        window.test(box(window, Schema.RESPONSE_FALLBACK_404.label())).click();
        settle(window);
        assertThat(areShown(window, CodePane.class)).isTrue();
        assertThat(text(window, BodyEditor.class)).contains("Sent with status 404 if there is no such file:");
        choose(window, Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET);
        assertThat(areShown(window, CodePane.class)).isFalse();
    }

    @Test
    @DisplayName("U81 the data buckets that can be the body are those of the document, also when somebody renames one")
    void buckets() {
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        choose(window, Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET);
        choose(window, Schema.RESPONSE_BUCKET, "bean");
        submit(ana, new Edit.Set(Sample.BEANS, Schema.BUCKET_NAME.key(), "Coffee beans"));
        ChoiceBox<String> box =
                choices(window, Schema.RESPONSE_BUCKET).getFirst().box();
        eventually(window, () -> {
            assertThat(box.getValue()).isEqualTo("bean");
            assertThat(box.words("bean")).isEqualTo("Coffee beans (bean)");
        });
        submit(ana, new Edit.Set(Sample.BEANS, Schema.BUCKET_ID.key(), "cbns"));
        assertThat(response().get(Schema.RESPONSE_BUCKET)).as("in the document").isEqualTo("cbns");
    }

    @Test
    @DisplayName("U81 a data bucket made at a body is its body at once")
    void newBucket() {
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        choose(window, Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET);
        press(window, "New data bucket");
        Node made = children(Sample.ROOT, Slot.BUCKETS).getLast();
        assertThat(made.id()).isNotEqualTo(Sample.BEANS);
        assertThat(response().get(Schema.RESPONSE_BUCKET)).isEqualTo(made.get(Schema.BUCKET_ID));
    }

    @Test
    @DisplayName("U81 what the file format says in the negative is asked in the positive")
    void positive() {
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        choose(window, Schema.RESPONSE_BODY_TYPE, BodyKind.FILE);
        Checkbox attachment = box(window, "Send as attachment");
        assertThat(attachment.getValue()).isTrue();
        window.test(attachment).click();
        settle(window);
        assertThat(response().get(Schema.RESPONSE_FILE_AS_BODY)).isTrue();
        window.test(box(window, "Evaluate templates")).click();
        settle(window);
        assertThat(response().get(Schema.RESPONSE_TEMPLATING_OFF)).isTrue();
    }

    @Test
    @DisplayName("U82 a CRUD route is made with a data bucket, and says its nine operations with its own path")
    void crud() {
        NodeId route = made(Actions::addCrudRoute);
        BrowserlessUIContext window = open(ben, route);
        submit(ana, new Edit.Set(route, Schema.ROUTE_ENDPOINT.key(), "drinks/"));
        eventually(
                window,
                () -> assertThat(text(window, CrudBody.class)).contains("GETdrinks/:idOne item", "DELdrinks/Deletes"));
        assertThat(choices(window, Schema.RESPONSE_BUCKET).getFirst().box().getValue())
                .isEqualTo("drnk");
        assertThat(choices(window, Schema.ROUTE_METHOD)).noneMatch(choice -> choice.isVisible());
        assertThat(texts(window, Schema.RESPONSE_CRUD_KEY)).containsExactly("id");
    }

    @Test
    @DisplayName("U82 without a data bucket the CRUD route gets one of its own")
    void crudWithoutBuckets() {
        submit(ana, new Edit.Remove(Sample.DRINKS), new Edit.Remove(Sample.BEANS));
        NodeId route = made(Actions::addCrudRoute);
        String bucket = children(route, Slot.RESPONSES).getFirst().get(Schema.RESPONSE_BUCKET);
        assertThat(children(Sample.ROOT, Slot.BUCKETS))
                .extracting(made -> made.get(Schema.BUCKET_ID))
                .containsExactly(bucket);
    }

    @Test
    @DisplayName("U83 a WebSocket route asks for nothing that its messages do not have")
    void socket() {
        NodeId route = made(Actions::addSocketRoute);
        BrowserlessUIContext window = open(ben, route);
        assertThat(texts(window, Schema.RESPONSE_STATUS)).isEmpty();
        assertThat(texts(window, Schema.RESPONSE_LATENCY)).hasSize(1);
        assertThat(texts(window, Schema.ROUTE_STREAMING_INTERVAL)).isEmpty();
        assertThat(text(window, Pages.class)).contains("Rules");
        choose(window, Schema.ROUTE_STREAMING_MODE, StreamingMode.BROADCAST);
        assertThat(texts(window, Schema.RESPONSE_LATENCY)).isEmpty();
        assertThat(texts(window, Schema.ROUTE_STREAMING_INTERVAL)).hasSize(1);
        go(window, Sample.LIST_FOUND);
        assertThat(texts(window, Schema.RESPONSE_STATUS)).containsExactly("200");
        assertThat(texts(window, Schema.ROUTE_STREAMING_INTERVAL)).isEmpty();
    }

    private NodeId made(Adding adding) {
        BrowserlessUIContext window = browserOf(ana);
        Actions actions = new Actions(new EditorSession(services, accessOf(ana, id)));
        return this.<NodeId>told(window, then -> adding.add(actions, Sample.ROOT, then))
                .orElseThrow();
    }

    private interface Adding {
        void add(Actions actions, NodeId parent, Consumer<NodeId> then);
    }

    private Node response() {
        return document().get(Sample.LIST_FOUND);
    }

    private static boolean areShown(BrowserlessUIContext window, Class<? extends Component> type) {
        return window.find(type).all().stream().anyMatch(EditorFixture::isShown);
    }

    private static Checkbox box(BrowserlessUIContext window, String words) {
        return window.find(Checkbox.class).all().stream()
                .filter(box -> words.equals(box.getLabel()) && isShown(box))
                .findFirst()
                .orElseThrow();
    }
}

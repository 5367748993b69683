package dev.understudy.ui.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.kit.Notices;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActionsIT extends UiFixture {

    @Autowired
    private EditorServices services;

    private Actor ana;
    private EnvironmentId id;
    private BrowserlessUIContext window;
    private EditorSession session;
    private Actions actions;

    @BeforeEach
    void coffeeShop() {
        ana = member("Ana", Role.OWNER);
        id = environments.create(accessOf(ana), Sample.document());
        workAs(ana);
    }

    @Test
    @DisplayName("U55 what is deleted comes back whole, at its place, with one click")
    void undoOfDelete() {
        Environment before = session.now().environment();
        does(() -> actions.remove(Sample.ORDERS));
        assertThat(session.find(Sample.PAID)).isEmpty();
        assertThat(notices(window)).anyMatch(text -> text.contains("Removed the folder Orders with 3 routes."));
        does(() ->
                window.test(window.find(Button.class).withText("Undo").single()).click());
        assertThat(session.now().environment().nodes()).containsExactlyInAnyOrderElementsOf(before.nodes());
    }

    @Test
    @DisplayName("U111 the notice about a removal says what goes with it")
    void whatGoes() {
        assertThat(noticeOf(Sample.HEALTH)).contains("Removed GET health with 2 responses.");
        assertThat(noticeOf(Sample.PAYMENTS)).contains("Removed the folder Payments with 1 route.");
        assertThat(noticeOf(Sample.DRINKS)).contains("Removed the data bucket Drinks.");
        NodeId header = made(then -> actions.addRow(Sample.LIST_FOUND, Kind.HEADER, Slot.HEADERS, then));
        submit(new Edit.Set(header, Schema.HEADER_KEY.key(), "X-Shop"));
        assertThat(noticeOf(header)).contains("Removed the header X-Shop.");
    }

    @Test
    @DisplayName(
            "U112 at most three notices that something can be taken back stand there at once, and all that went wrong")
    void notTooMany() {
        Notices.failed("That did not work.");
        assertThat(noticeOf(Sample.HEALTH)).contains("Removed GET health");
        does(() -> actions.remove(Sample.PAYMENTS));
        does(() -> actions.remove(Sample.DRINKS));
        assertThat(notices(window)).hasSize(4).anyMatch(text -> text.contains("Removed GET health"));
        does(() -> actions.remove(Sample.HOOK));
        assertThat(notices(window))
                .hasSize(4)
                .noneMatch(text -> text.contains("Removed GET health"))
                .anyMatch(text -> text.contains("That did not work."));
    }

    private String noticeOf(NodeId removed) {
        does(() -> actions.remove(removed));
        return notices(window).getLast();
    }

    @Test
    @DisplayName("U111 the notice about a removed data bucket or callback says who used it")
    void whoMissesIt() {
        submit(
                new Edit.Set(Sample.PAID, Schema.RESPONSE_BODY_TYPE.key(), "DATABUCKET"),
                new Edit.Set(Sample.PAID, Schema.RESPONSE_BUCKET.key(), "drnk"),
                new Edit.Set(Sample.LIST_FOUND, Schema.RESPONSE_BODY.key(), "[{{#each (dataRaw 'drink')}}{{/each}}]"),
                new Edit.Set(Sample.HOOK, Schema.CALLBACK_BODY.key(), "{{setData 'push' \"drnk\" '' 1}}"));
        does(() -> actions.addInvocation(Sample.PAID, then -> {}));
        does(() -> actions.remove(Sample.DRINKS));
        does(() -> actions.remove(Sample.HOOK));
        assertThat(notices(window))
                .anyMatch(text -> text.contains("Removed the data bucket Drinks, which 2 routes and 1 callback used."))
                .anyMatch(text -> text.contains("Removed the callback Order paid, which 1 route sent."));
    }

    @Test
    @DisplayName("U55 the notice about a removal goes when somebody else takes it back, which is said as that")
    void somebodyElseTakesItBack() {
        Div page = new Div();
        UI.getCurrentOrThrow().add(page);
        session.occupy(page);
        does(() -> actions.remove(Sample.ORDERS));
        does(() -> actions.remove(Sample.HEALTH));
        long first = session.now().revision() - 1;
        Actor ben = member("Ben", Role.EDITOR);
        services.histories().undo().revert(accessOf(ben, id), first);
        eventually(
                window,
                () -> assertThat(notices(window))
                        .singleElement()
                        .satisfies(text -> assertThat(text).contains("GET health")));
        assertThat(environments.summary(accessOf(ana, id)).lastChange().what()).isEqualTo("brought back folder Orders");
    }

    @Test
    @DisplayName("U106 a response that is added says that it is JSON, unless the environment says what all are")
    void newOnesAreJson() {
        NodeId response = made(then -> actions.addResponse(Sample.HEALTH, then));
        assertThat(headers(response)).containsExactly("Content-Type: application/json");
        NodeId route = made(then -> actions.addRoute(Sample.ROOT, then));
        assertThat(headers(children(route, Slot.RESPONSES).getFirst()))
                .containsExactly("Content-Type: application/json");
        NodeId socket = made(then -> actions.addSocketRoute(Sample.ROOT, then));
        assertThat(headers(children(socket, Slot.RESPONSES).getFirst()))
                .as("a message has none")
                .isEmpty();

        NodeId general = made(then -> actions.addRow(Sample.ROOT, Kind.HEADER, Slot.HEADERS, then));
        submit(
                new Edit.Set(general, Schema.HEADER_KEY.key(), "content-type"),
                new Edit.Set(general, Schema.HEADER_VALUE.key(), "text/plain"));
        assertThat(headers(made(then -> actions.addResponse(Sample.HEALTH, then))))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "U171 an answer becomes one more response as one change, with its status, body and headers as they are")
    void recordedAnswer() {
        Recorded answer =
                new Recorded(418, "text/tea", "{{not a template}}", List.of(new HeaderLine("X-Pot", "short")));
        NodeId response = made(then -> actions.addResponse(Sample.HEALTH, answer, then));
        Node made = session.find(response).orElseThrow();
        assertThat(made.get(Schema.RESPONSE_STATUS)).isEqualTo(418);
        assertThat(made.get(Schema.RESPONSE_BODY)).isEqualTo("{{not a template}}");
        assertThat(made.get(Schema.RESPONSE_TEMPLATING_OFF)).isTrue();
        assertThat(made.get(Schema.RESPONSE_DEFAULT)).isFalse();
        assertThat(headers(response)).containsExactly("Content-Type: text/tea", "X-Pot: short");
        does(() -> actions.undo(session.now().revision()));
        assertThat(session.find(response)).isEmpty();
        assertThat(responses()).containsExactly(Sample.HEALTH_OPEN, Sample.HEALTH_CLOSED);
    }

    @Test
    @DisplayName("U56 responses are put in another order, and one of them is the default")
    void orderAndDefault() {
        NodeId added = made(then -> actions.addResponse(Sample.HEALTH, then));
        assertThat(responses()).containsExactly(Sample.HEALTH_OPEN, Sample.HEALTH_CLOSED, added);
        does(() -> actions.shift(added, true));
        assertThat(responses()).containsExactly(Sample.HEALTH_OPEN, added, Sample.HEALTH_CLOSED);
        does(() -> actions.shift(Sample.HEALTH_OPEN, true));
        assertThat(responses()).as("first already").startsWith(Sample.HEALTH_OPEN);
        does(() -> actions.makeDefault(added));
        assertThat(defaults()).containsExactly(added);
        does(() -> actions.remove(added));
        assertThat(defaults()).as("there always is one").hasSize(1);
    }

    @Test
    @DisplayName("U57 a copy stands right behind what it was made of, with all below it and ids of its own")
    void duplicate() {
        NodeId copy = made(then -> actions.duplicate(Sample.PAYMENTS, then));
        assertThat(session.find(copy).orElseThrow().get(Schema.FOLDER_NAME)).isEqualTo("Payments (copy)");
        assertThat(children(Sample.ORDERS)).endsWith(Sample.PAYMENTS, copy);
        assertThat(session.now().environment().subtree(copy)).hasSize(3);
        NodeId response = made(then -> actions.duplicate(Sample.HEALTH_OPEN, then));
        assertThat(session.find(response).orElseThrow().get(Schema.RESPONSE_DEFAULT))
                .isFalse();
    }

    @Test
    @DisplayName("U79 a copy of a data bucket or callback says that it is one and has a short id of its own")
    void duplicateOfNamedOnes() {
        Node bucket = session.find(made(then -> actions.duplicate(Sample.DRINKS, then)))
                .orElseThrow();
        assertThat(bucket.get(Schema.BUCKET_NAME)).isEqualTo("Drinks (copy)");
        assertThat(bucket.get(Schema.BUCKET_ID)).matches("[0-9a-z]{4}").isNotEqualTo("drnk");
        Node callback =
                session.find(made(then -> actions.duplicate(Sample.HOOK, then))).orElseThrow();
        assertThat(callback.get(Schema.CALLBACK_NAME)).isEqualTo("Order paid (copy)");
        assertThat(callback.get(Schema.CALLBACK_ID)).matches("[0-9a-z]{4}").isNotEqualTo("hook");
    }

    @Test
    @DisplayName("U75 a row dragged onto another takes its place")
    void draggedOnto() {
        NodeId added = made(then -> actions.addResponse(Sample.HEALTH, then));
        does(() -> actions.moveOnto(added, Sample.HEALTH_OPEN));
        assertThat(responses()).containsExactly(added, Sample.HEALTH_OPEN, Sample.HEALTH_CLOSED);
        does(() -> actions.moveOnto(added, Sample.HEALTH_CLOSED));
        assertThat(responses()).containsExactly(Sample.HEALTH_OPEN, Sample.HEALTH_CLOSED, added);
        does(() -> actions.moveOnto(added, Sample.LIST_FOUND));
        assertThat(responses()).as("of another list").hasSize(3).endsWith(added);
    }

    @Test
    @DisplayName("U56 the last response of a route cannot be deleted, which is said")
    void lastResponse() {
        does(() -> actions.remove(Sample.PAID));
        assertThat(children(Sample.PAY, Slot.RESPONSES)).hasSize(1);
        assertThat(notices(window)).isNotEmpty();
    }

    @Test
    @DisplayName("U50 whatever a viewer's page may send, nothing changes and the reason is said")
    void viewerChangesNothing() {
        workAs(member("Lea", Role.VIEWER));
        long before = session.now().revision();
        assertThat(this.<NodeId>told(window, then -> actions.addRoute(Sample.ROOT, then)))
                .isEmpty();
        does(() -> actions.remove(Sample.ORDERS));
        does(() -> actions.setEnabled(Sample.LIST, false));
        does(() -> actions.makeDefault(Sample.HEALTH_CLOSED));
        assertThat(services.rooms().open(accessOf(ana, id)).snapshot().revision())
                .isEqualTo(before);
        assertThat(notices(window)).isNotEmpty();
    }

    private void workAs(Actor actor) {
        window = browserOf(actor);
        window.activate();
        session = new EditorSession(services, accessOf(actor, id));
        actions = new Actions(session);
    }

    private void does(Runnable action) {
        action.run();
        settle(window);
    }

    private NodeId made(Consumer<Consumer<NodeId>> action) {
        return told(window, action).orElseThrow();
    }

    private void submit(Edit... edits) {
        does(() -> session.submit(List.of(edits), answer -> {}));
    }

    private List<String> headers(NodeId response) {
        return children(response, Slot.HEADERS).stream()
                .map(id -> session.find(id).orElseThrow())
                .map(header -> header.get(Schema.HEADER_KEY) + ": " + header.get(Schema.HEADER_VALUE))
                .toList();
    }

    private List<NodeId> responses() {
        return children(Sample.HEALTH, Slot.RESPONSES);
    }

    private List<NodeId> defaults() {
        return responses().stream()
                .filter(response -> session.find(response).orElseThrow().get(Schema.RESPONSE_DEFAULT))
                .toList();
    }

    private List<NodeId> children(NodeId parent) {
        return children(parent, Slot.CHILDREN);
    }

    private List<NodeId> children(NodeId parent, Slot slot) {
        return session.now().environment().children(parent, slot).stream()
                .map(Node::id)
                .toList();
    }
}

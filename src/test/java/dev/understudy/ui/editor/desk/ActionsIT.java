package dev.understudy.ui.editor.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.editor.Sample;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActionsIT extends UiFixture {

    @Autowired
    private Workplace workplace;

    private Actor ana;
    private EnvironmentId id;
    private BrowserlessUIContext window;
    private Desk desk;
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
        Environment before = desk.now().environment();
        actions.remove(Sample.ORDERS);
        assertThat(desk.find(Sample.PAID)).isEmpty();
        assertThat(notices(window)).anyMatch(text -> text.contains("Removed the folder Orders."));
        window.test(window.find(Button.class).withText("Undo").single()).click();
        assertThat(desk.now().environment().nodes()).containsExactlyInAnyOrderElementsOf(before.nodes());
    }

    @Test
    @DisplayName("U56 responses are put in another order, and one of them is the default")
    void orderAndDefault() {
        NodeId added = actions.addResponse(Sample.HEALTH).orElseThrow();
        assertThat(responses()).containsExactly(Sample.HEALTH_OPEN, Sample.HEALTH_CLOSED, added);
        actions.shift(added, true);
        assertThat(responses()).containsExactly(Sample.HEALTH_OPEN, added, Sample.HEALTH_CLOSED);
        actions.shift(Sample.HEALTH_OPEN, true);
        assertThat(responses()).as("first already").startsWith(Sample.HEALTH_OPEN);
        actions.makeDefault(added);
        assertThat(defaults()).containsExactly(added);
        actions.remove(added);
        assertThat(defaults()).as("there always is one").hasSize(1);
    }

    @Test
    @DisplayName("U57 a copy stands right behind what it was made of, with all below it and ids of its own")
    void duplicate() {
        NodeId copy = actions.duplicate(Sample.PAYMENTS).orElseThrow();
        assertThat(desk.find(copy).orElseThrow().get(Schema.FOLDER_NAME)).isEqualTo("Payments (copy)");
        assertThat(children(Sample.ORDERS)).endsWith(Sample.PAYMENTS, copy);
        assertThat(desk.now().environment().subtree(copy)).hasSize(3);
        NodeId response = actions.duplicate(Sample.HEALTH_OPEN).orElseThrow();
        assertThat(desk.find(response).orElseThrow().get(Schema.RESPONSE_DEFAULT))
                .isFalse();
    }

    @Test
    @DisplayName("U79 a copy of a data bucket or callback says that it is one and has a short id of its own")
    void duplicateOfNamedOnes() {
        Node bucket = desk.find(actions.duplicate(Sample.DRINKS).orElseThrow()).orElseThrow();
        assertThat(bucket.get(Schema.BUCKET_NAME)).isEqualTo("Drinks (copy)");
        assertThat(bucket.get(Schema.BUCKET_ID)).matches("[0-9a-z]{4}").isNotEqualTo("drnk");
        Node callback = desk.find(actions.duplicate(Sample.HOOK).orElseThrow()).orElseThrow();
        assertThat(callback.get(Schema.CALLBACK_NAME)).isEqualTo("Order paid (copy)");
        assertThat(callback.get(Schema.CALLBACK_ID)).matches("[0-9a-z]{4}").isNotEqualTo("hook");
    }

    @Test
    @DisplayName("U75 a row dragged onto another takes its place")
    void draggedOnto() {
        NodeId added = actions.addResponse(Sample.HEALTH).orElseThrow();
        actions.moveOnto(added, Sample.HEALTH_OPEN);
        assertThat(responses()).containsExactly(added, Sample.HEALTH_OPEN, Sample.HEALTH_CLOSED);
        actions.moveOnto(added, Sample.HEALTH_CLOSED);
        assertThat(responses()).containsExactly(Sample.HEALTH_OPEN, Sample.HEALTH_CLOSED, added);
        actions.moveOnto(added, Sample.LIST_FOUND);
        assertThat(responses()).as("of another list").hasSize(3).endsWith(added);
    }

    @Test
    @DisplayName("U56 the last response of a route cannot be deleted, which is said")
    void lastResponse() {
        actions.remove(Sample.PAID);
        assertThat(children(Sample.PAY, Slot.RESPONSES)).hasSize(1);
        assertThat(notices(window)).isNotEmpty();
    }

    @Test
    @DisplayName("U50 whatever a viewer's page may send, nothing changes and the reason is said")
    void viewerChangesNothing() {
        workAs(member("Lea", Role.VIEWER));
        long before = desk.now().revision();
        assertThat(actions.addRoute(Sample.ROOT)).isEmpty();
        assertThat(actions.remove(Sample.ORDERS)).isFalse();
        actions.setEnabled(Sample.LIST, false);
        actions.makeDefault(Sample.HEALTH_CLOSED);
        assertThat(workplace.rooms().open(accessOf(ana, id)).snapshot().revision())
                .isEqualTo(before);
        assertThat(notices(window)).isNotEmpty();
    }

    private void workAs(Actor actor) {
        window = browserOf(actor);
        window.activate();
        desk = new Desk(workplace, accessOf(actor, id), Desk.newClient());
        actions = new Actions(desk);
    }

    private List<NodeId> responses() {
        return children(Sample.HEALTH, Slot.RESPONSES);
    }

    private List<NodeId> defaults() {
        return responses().stream()
                .filter(response -> desk.find(response).orElseThrow().get(Schema.RESPONSE_DEFAULT))
                .toList();
    }

    private List<NodeId> children(NodeId parent) {
        return children(parent, Slot.CHILDREN);
    }

    private List<NodeId> children(NodeId parent, Slot slot) {
        return desk.now().environment().children(parent, slot).stream()
                .map(Node::id)
                .toList();
    }
}

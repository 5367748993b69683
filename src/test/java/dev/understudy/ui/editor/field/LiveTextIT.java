package dev.understudy.ui.editor.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Field;
import dev.understudy.environment.Limits;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class LiveTextIT extends UiFixture {

    private static final Field<String> PATH = Schema.ROUTE_ENDPOINT;

    @Autowired
    private EditorServices services;

    private EnvironmentId id;
    private EditorSession session;
    private BrowserlessUIContext window;

    @BeforeEach
    void coffeeShop() {
        Actor ana = member("Ana", Role.OWNER);
        id = environments.create(accessOf(ana), Sample.document());
        session = deskOf(ana);
    }

    @Test
    @DisplayName("U95 what two type into a short text at once both stays, and the later one is told to send it anew")
    void bothStay() {
        LiveText mine = path();
        LiveText hers = path();
        long base = session.now().revision();
        push(mine, "ana", 1, base, splice(0, "v1/", 6));
        push(hers, "ben", 1, base, splice(6, "/all", 0));
        assertThat(mine.shown()).isEqualTo("v1/orders");
        push(hers, "ben", 2, session.now().revision(), splice(9, "/all", 0));
        assertThat(mine.shown()).isEqualTo("v1/orders/all");
    }

    @Test
    @DisplayName("U95 whoever insists has a short text merged by the room")
    void merged() {
        LiveText path = path();
        long base = session.now().revision();
        push(path, "ana", 1, base, splice(0, "v1/", 6));
        ObjectNode late = message("ben", 1, base, splice(6, "/all", 0));
        ((ObjectNode) late.path("push")).put("insist", true);
        path.channel().pushed(Sample.LIST, late);
        settle(window);
        assertThat(path.shown()).isEqualTo("v1/orders/all");
    }

    @Test
    @DisplayName("U50 what a viewer's page sends for a text is refused at the field, and nothing changes")
    void viewerChangesNothing() {
        session = deskOf(member("Lea", Role.VIEWER));
        long before = session.now().revision();
        LiveText path = path();
        push(path, "lea", 1, before, splice(0, "taken over", 6));
        assertThat(path.box().isInvalid()).isTrue();
        assertThat(path.shown()).isEqualTo("orders");
        assertThat(session.now().revision()).isEqualTo(before);
    }

    @Test
    @DisplayName("U58 U99 a text beyond the limit is told with the limit, until what stands there is good again")
    void tooLong() {
        LiveText path = path();
        long base = session.now().revision();
        push(path, "ana", 1, base, splice(0, "x".repeat(Limits.MAX_SHORT_TEXT), 6));
        assertThat(path.box().getErrorMessage()).contains("32,768");
        push(path, "ana", 2, base, JsonNodeFactory.instance.arrayNode().add(6));
        assertThat(path.box().isInvalid()).isFalse();
        assertThat(path.box().getErrorMessage()).isEmpty();
    }

    @Test
    @DisplayName("U122 a change of another text than the room has is no sentence for people and changes nothing")
    void astray() {
        LiveText path = path();
        long base = session.now().revision();
        push(path, "ana", 1, base, splice(0, "x", 24));
        push(path, "ana", 2, base, JsonNodeFactory.instance.stringNode("no change"));
        assertThat(path.box().isInvalid()).isFalse();
        assertThat(path.box().getErrorMessage()).isNullOrEmpty();
        assertThat(session.now().revision()).isEqualTo(base);
        push(path, "ana", 3, base, splice(0, "v1/", 6));
        assertThat(path.shown()).isEqualTo("v1/orders");
    }

    private LiveText path() {
        LiveText path = new LiveText(session, PATH);
        path.bind(Sample.LIST);
        return path;
    }

    private static JsonNode splice(int kept, String inserted, int rest) {
        var changes = JsonNodeFactory.instance.arrayNode();
        if (kept > 0) {
            changes.add(kept);
        }
        changes.addArray().add(0).add(inserted);
        if (rest > 0) {
            changes.add(rest);
        }
        return changes;
    }

    private void push(LiveText text, String client, long seq, long base, JsonNode changes) {
        text.channel().pushed(Sample.LIST, message(client, seq, base, changes));
        settle(window);
    }

    private ObjectNode message(String client, long seq, long base, JsonNode changes) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("client", client).put("key", key(Sample.LIST));
        message.putObject("push").put("seq", seq).put("base", base).set("changes", changes);
        return message;
    }

    private String key(NodeId node) {
        return id + "/" + node + "/" + PATH.key();
    }

    private EditorSession deskOf(Actor actor) {
        window = browserOf(actor);
        window.activate();
        return new EditorSession(services, accessOf(actor, id));
    }
}

package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.UidlWriter;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the server sends to show the editor of a large environment: 400 routes with four responses each.
class EditorWeightIT extends EditorFixture {

    private static final int ROUTES = 400;
    private static final int RESPONSES = 4;
    private static final int MAX_CHARACTERS = 80_000;

    @Override
    protected Environment sample() {
        Environment document = Environment.of(Node.root(Sample.ROOT));
        OrderKey order = OrderKey.FIRST;
        for (int route = 1; route <= ROUTES; route++) {
            NodeId id = Sample.id(route * 10);
            order = OrderKey.between(order, null);
            document = document.with(Node.of(id, Kind.ROUTE, Sample.ROOT, Slot.CHILDREN, order)
                    .with(Schema.ROUTE_ENDPOINT, "things/" + route + "/:id"));
            for (int response = 1; response <= RESPONSES; response++) {
                document = document.with(
                        Node.of(Sample.id(route * 10 + response), Kind.RESPONSE, id, Slot.RESPONSES, order)
                                .with(Schema.RESPONSE_LABEL, "Response " + response)
                                .with(Schema.RESPONSE_DEFAULT, response == 1));
            }
        }
        return document;
    }

    @Test
    @DisplayName("U135 the first message of an editor with 1,600 responses has 80 kB at most")
    void firstMessage() {
        BrowserlessUIContext window = browserOf(ana);
        window.navigate(EditorLinks.to(id), EditorView.class);
        String message =
                new UidlWriter().createUidl(UI.getCurrentOrThrow(), false).toString();
        assertThat(message).contains("things/1/:id");
        assertThat(message.length()).isLessThanOrEqualTo(MAX_CHARACTERS);
    }
}

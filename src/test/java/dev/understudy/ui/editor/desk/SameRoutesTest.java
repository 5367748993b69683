package dev.understudy.ui.editor.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SameRoutesTest {

    private static final NodeId ROOT = id(0);
    private static final NodeId FOLDER = id(1);

    @Test
    @DisplayName("U47 of two routes with one method and path, the lower one is told that it never answers")
    void lowerOne() {
        Environment document =
                document(route(2, FOLDER, "a0", "get", "orders"), route(3, ROOT, "a1", "get", "/orders/"));
        assertThat(SameRoutes.of(document)).extracting(Problem::node).containsExactly(Optional.of(id(3)));
        assertThat(SameRoutes.of(document).getFirst().message()).contains("(in Orders)");
    }

    @Test
    @DisplayName("U47 another method or path is another route")
    void others() {
        assertThat(SameRoutes.of(document(
                        route(2, ROOT, "a1", "get", "orders"),
                        route(3, ROOT, "a2", "post", "orders"),
                        route(4, ROOT, "a3", "get", "orders/:id"))))
                .isEmpty();
    }

    @Test
    @DisplayName("U47 what is switched off takes no requests away")
    void switchedOff() {
        Node off = route(2, ROOT, "a1", "get", "orders").with(Schema.ROUTE_ENABLED, false);
        assertThat(SameRoutes.of(document(off, route(3, ROOT, "a2", "get", "orders"))))
                .isEmpty();
        Environment folderOff =
                document(route(2, FOLDER, "a0", "get", "orders"), route(3, ROOT, "a2", "get", "orders"));
        folderOff = folderOff.with(folderOff.get(FOLDER).with(Schema.FOLDER_ENABLED, false));
        assertThat(SameRoutes.of(folderOff)).isEmpty();
    }

    private static Environment document(Node... routes) {
        Environment document = Environment.of(Node.root(ROOT))
                .with(Node.of(FOLDER, Kind.FOLDER, ROOT, Slot.CHILDREN, new OrderKey("a0"))
                        .with(Schema.FOLDER_NAME, "Orders"));
        for (Node route : List.of(routes)) {
            document = document.with(route);
        }
        return document;
    }

    private static Node route(int number, NodeId parent, String order, String method, String path) {
        return Node.of(id(number), Kind.ROUTE, parent, Slot.CHILDREN, new OrderKey(order))
                .with(Schema.ROUTE_METHOD, method)
                .with(Schema.ROUTE_ENDPOINT, path);
    }

    private static NodeId id(int number) {
        return new NodeId("00000000-0000-4000-8000-%012d".formatted(number));
    }
}

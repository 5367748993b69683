package dev.understudy.ui.editor;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;

/// A small document to edit: `health` at the top, the folder Orders with two routes and the folder Payments in it; the
/// data buckets Drinks and Beans, and a callback.
/// Its ids end with the numbers given here.
public final class Sample {

    public static final NodeId ROOT = id(0);
    public static final NodeId HEALTH = id(1);
    public static final NodeId HEALTH_OPEN = id(10);
    public static final NodeId HEALTH_CLOSED = id(11);
    public static final NodeId ORDERS = id(2);
    public static final NodeId LIST = id(3);
    public static final NodeId LIST_FOUND = id(30);
    public static final NodeId CREATE = id(4);
    public static final NodeId PAYMENTS = id(5);
    public static final NodeId PAY = id(6);
    public static final NodeId PAID = id(60);

    public static final NodeId DRINKS = id(70);
    public static final NodeId BEANS = id(71);
    public static final NodeId HOOK = id(80);

    private Sample() {}

    public static Environment document() {
        Environment document = Environment.of(Node.root(ROOT).with(Schema.ENVIRONMENT_NAME, "Coffee shop"));
        document = route(document, HEALTH, ROOT, "a0", "get", "health");
        document = response(document, HEALTH_OPEN, HEALTH, "a0", true, "Open");
        document = response(document, HEALTH_CLOSED, HEALTH, "a1", false, "Closed");
        document = folder(document, ORDERS, ROOT, "a1", "Orders");
        document = route(document, LIST, ORDERS, "a0", "get", "orders");
        document = response(document, LIST_FOUND, LIST, "a0", true, "Found");
        document = route(document, CREATE, ORDERS, "a1", "post", "orders");
        document = response(document, id(40), CREATE, "a0", true, "Created");
        document = folder(document, PAYMENTS, ORDERS, "a2", "Payments");
        document = route(document, PAY, PAYMENTS, "a0", "post", "orders/:order/payment");
        document = response(document, PAID, PAY, "a0", true, "Paid");
        document = document.with(Node.of(DRINKS, Kind.BUCKET, ROOT, Slot.BUCKETS, new OrderKey("a0"))
                .with(Schema.BUCKET_NAME, "Drinks")
                .with(Schema.BUCKET_ID, "drnk"));
        document = document.with(Node.of(BEANS, Kind.BUCKET, ROOT, Slot.BUCKETS, new OrderKey("a1"))
                .with(Schema.BUCKET_NAME, "Beans")
                .with(Schema.BUCKET_ID, "bean"));
        return document.with(Node.of(HOOK, Kind.CALLBACK, ROOT, Slot.CALLBACKS, new OrderKey("a0"))
                .with(Schema.CALLBACK_NAME, "Order paid")
                .with(Schema.CALLBACK_ID, "hook"));
    }

    public static NodeId id(int number) {
        return new NodeId("00000000-0000-4000-8000-%012d".formatted(number));
    }

    private static Environment folder(Environment document, NodeId id, NodeId parent, String order, String name) {
        return document.with(Node.of(id, Kind.FOLDER, parent, Slot.CHILDREN, new OrderKey(order))
                .with(Schema.FOLDER_NAME, name));
    }

    private static Environment route(
            Environment document, NodeId id, NodeId parent, String order, String method, String path) {
        return document.with(Node.of(id, Kind.ROUTE, parent, Slot.CHILDREN, new OrderKey(order))
                .withPlain(Schema.ROUTE_METHOD, method)
                .with(Schema.ROUTE_ENDPOINT, path));
    }

    private static Environment response(
            Environment document, NodeId id, NodeId route, String order, boolean isDefault, String label) {
        return document.with(Node.of(id, Kind.RESPONSE, route, Slot.RESPONSES, new OrderKey(order))
                .with(Schema.RESPONSE_LABEL, label)
                .with(Schema.RESPONSE_DEFAULT, isDefault));
    }
}

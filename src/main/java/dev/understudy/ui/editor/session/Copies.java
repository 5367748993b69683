package dev.understudy.ui.editor.session;

import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A copy of a node with all below it, as the edits that add it right behind the original. Every node gets an id of its
/// own; a copied folder, response, data bucket or callback says that it is one, and a copied response is not the
/// default. Pure.
public final class Copies {

    private static final String MARK = " (copy)";

    private final Environment environment;
    private final Node original;
    private final Supplier<NodeId> ids;
    private final Function<Slot, String> shortIds;
    private final Map<NodeId, NodeId> renamed = new HashMap<>();

    private Copies(Environment environment, Node original, Supplier<NodeId> ids, Function<Slot, String> shortIds) {
        this.environment = environment;
        this.original = original;
        this.ids = ids;
        this.shortIds = shortIds;
    }

    /// The adds that copy a node with all below it, that of the copy itself first.
    public static List<Edit> of(
            Environment environment, Node original, Supplier<NodeId> ids, Function<Slot, String> shortIds) {
        Copies copies = new Copies(environment, original, ids, shortIds);
        List<Edit> adds = new ArrayList<>();
        for (Node node : environment.subtree(original.id())) {
            adds.add(copies.add(node));
        }
        return adds;
    }

    private Edit.Add add(Node node) {
        NodeId parent = node.parent();
        if (parent == null) {
            throw new IllegalArgumentException("The root is not copied inside itself");
        }
        NodeId id = ids.get();
        renamed.put(node.id(), id);
        boolean top = node.id().equals(original.id());
        OrderKey order = top ? DropPositions.behind(environment, node) : node.order();
        return new Edit.Add(
                id,
                node.kind(),
                renamed.getOrDefault(parent, parent),
                node.slot(),
                Optional.of(order),
                top ? marked(node) : values(node),
                node.extras());
    }

    private Map<Field<?>, Object> marked(Node node) {
        Map<Field<?>, Object> values = values(node);
        switch (node.kind()) {
            case FOLDER -> values.put(Schema.FOLDER_NAME, node.get(Schema.FOLDER_NAME) + MARK);
            case RESPONSE -> {
                values.put(Schema.RESPONSE_LABEL, (node.get(Schema.RESPONSE_LABEL) + MARK).strip());
                values.put(Schema.RESPONSE_DEFAULT, false);
            }
            case BUCKET -> {
                values.put(Schema.BUCKET_NAME, node.get(Schema.BUCKET_NAME) + MARK);
                values.put(Schema.BUCKET_ID, shortIds.apply(Slot.BUCKETS));
            }
            case CALLBACK -> {
                values.put(Schema.CALLBACK_NAME, node.get(Schema.CALLBACK_NAME) + MARK);
                values.put(Schema.CALLBACK_ID, shortIds.apply(Slot.CALLBACKS));
            }
            case ENVIRONMENT, ROUTE, HEADER, RULE, INVOCATION, FILE -> {}
        }
        return values;
    }

    private static Map<Field<?>, Object> values(Node node) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        Schema.fieldsOf(node.kind()).forEach(field -> values.put(field, node.plain(field)));
        return values;
    }
}

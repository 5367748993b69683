package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Edits that somebody might make who sees a given document: mostly sensible, sometimes not.
public final class RandomEdits {

    private static final String[] WORDS = {
        "", "a", "id", "orders", "{\n  \"x\": 1\n}", "ß€", "\uD83D\uDE00", "line\nline"
    };

    private static final List<Kind> PLACED = List.copyOf(EnumSet.complementOf(EnumSet.of(Kind.ENVIRONMENT)));

    private final RandomGenerator random;

    public RandomEdits(RandomGenerator random) {
        this.random = random;
    }

    /// Edits of one change: each stands on what the ones before it made.
    public List<Edit> change(Environment environment) {
        List<Edit> edits = new ArrayList<>();
        Environment seen = environment;
        int count = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1;
        for (int i = 0; i < count; i++) {
            Edit edit = edit(seen);
            edits.add(edit);
            if (Apply.apply(seen, List.of(edit), _ -> false, false) instanceof Outcome.Accepted accepted) {
                seen = accepted.after();
            }
        }
        return edits;
    }

    Edit edit(Environment environment) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> add(environment);
            case 3 -> new Edit.Remove(any(environment).id());
            case 4, 5 -> move(environment);
            case 6, 7, 8 -> set(environment);
            default -> splice(environment);
        };
    }

    private Edit add(Environment environment) {
        Kind kind = PLACED.get(random.nextInt(PLACED.size()));
        List<Slot> slots = kind == Kind.HEADER
                ? List.of(Slot.HEADERS, Slot.PROXY_REQUEST_HEADERS, Slot.PROXY_RESPONSE_HEADERS)
                : List.of(Slot.of(kind));
        Slot slot = slots.get(random.nextInt(slots.size()));
        NodeId parent = parent(environment, slot);
        Map<Field<?>, Object> fields = new LinkedHashMap<>();
        for (Field<?> field : Schema.fieldsOf(kind)) {
            if (random.nextInt(3) == 0) {
                fields.put(field, value(environment, field));
            }
        }
        if (kind == Kind.BUCKET) {
            fields.put(Schema.BUCKET_ID, "b" + random.nextInt(6));
        }
        return new Edit.Add(
                NodeId.random(random), kind, parent, slot, order(environment, parent, slot), fields, Map.of());
    }

    private Edit move(Environment environment) {
        Node node = any(environment);
        NodeId parent =
                node.parent() == null || random.nextInt(3) > 0 ? parent(environment, node.slot()) : node.parent();
        return new Edit.Move(node.id(), parent, order(environment, parent, node.slot()));
    }

    private Edit set(Environment environment) {
        Node node = any(environment);
        List<Field<?>> fields = Schema.fieldsOf(node.kind());
        Field<?> field = fields.get(random.nextInt(fields.size()));
        if (node.kind() == Kind.RESPONSE && random.nextInt(4) == 0) {
            field = random.nextBoolean() ? Schema.RESPONSE_DEFAULT : Schema.RESPONSE_BUCKET;
        }
        return new Edit.Set(node.id(), field.key(), value(environment, field));
    }

    private Edit splice(Environment environment) {
        List<Node> nodes = sorted(environment).stream()
                .filter(node -> node.kind() == Kind.RESPONSE || node.kind() == Kind.BUCKET)
                .toList();
        if (nodes.isEmpty()) {
            return set(environment);
        }
        // Few texts and many authors, so that they meet.
        Node node = nodes.get(random.nextInt(Math.min(3, nodes.size())));
        Field<String> field = node.kind() == Kind.RESPONSE ? Schema.RESPONSE_BODY : Schema.BUCKET_VALUE;
        return new Edit.Splice(node.id(), field.key(), textChange(node.get(field)));
    }

    /// Some insertions, deletions and replacements that leave surrogate pairs whole. A long text only shrinks, so
    /// that no text grows without end.
    TextChange textChange(String text) {
        boolean mayGrow = text.length() < 200;
        List<TextChange.Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = boundary(text, Math.min(text.length(), at + 1 + random.nextInt(6)));
            int length = end - at;
            parts.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new TextChange.Part.Replace(length, "");
                        case 1 -> new TextChange.Part.Replace(length, mayGrow ? word() : "");
                        default -> new TextChange.Part.Keep(length);
                    });
            if (mayGrow && random.nextInt(6) == 0) {
                parts.add(new TextChange.Part.Replace(0, word()));
            }
            at = end;
        }
        parts.add(new TextChange.Part.Replace(0, mayGrow ? word() : ""));
        return new TextChange(parts);
    }

    private static int boundary(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private Object value(Environment environment, Field<?> field) {
        return switch (field.type()) {
            case FieldType.Text _ -> word();
            case FieldType.Whole(int min, int max) ->
                random.nextInt(10) == 0 ? (Object) "seven" : Math.clamp(min + (long) random.nextInt(300), min, max);
            case FieldType.Flag _ -> random.nextBoolean();
            case FieldType.Choice<?> choice ->
                choice.words().get(random.nextInt(choice.words().size()));
            // Few paths and many authors, so that they meet.
            case FieldType.Path _ -> random.nextInt(10) == 0 ? "../up" : "f" + random.nextInt(4);
            case FieldType.Content _ ->
                FileContent.of(new byte[random.nextInt(300)]).text();
            case FieldType.Reference(Kind target) -> target == Kind.BUCKET ? bucket() : callback(environment);
        };
    }

    private String bucket() {
        return "b" + random.nextInt(6);
    }

    private String callback(Environment environment) {
        return environment.children(environment.root().id(), Slot.CALLBACKS).stream()
                .skip(random.nextInt(2))
                .findFirst()
                .map(node -> node.id().value())
                .orElse("");
    }

    private Optional<OrderKey> order(Environment environment, NodeId parent, Slot slot) {
        if (random.nextInt(4) == 0 || !environment.contains(parent)) {
            return Optional.empty();
        }
        List<OrderKey> keys = environment.children(parent, slot).stream()
                .map(Node::order)
                .distinct()
                .toList();
        int at = random.nextInt(keys.size() + 1);
        return Optional.of(
                OrderKey.between(at == 0 ? null : keys.get(at - 1), at == keys.size() ? null : keys.get(at)));
    }

    private NodeId parent(Environment environment, Slot slot) {
        List<Node> parents = sorted(environment).stream()
                .filter(node -> slot.standsUnder(node.kind()) || random.nextInt(200) == 0)
                .toList();
        return parents.isEmpty()
                ? any(environment).id()
                : parents.get(random.nextInt(parents.size())).id();
    }

    private Node any(Environment environment) {
        List<Node> nodes = sorted(environment);
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static List<Node> sorted(Environment environment) {
        return environment.nodes().stream()
                .sorted(Comparator.comparing(Node::id))
                .toList();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }
}

package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Documents and edits for tests, with nodes that have names instead of ids.
final class Documents {

    static final NodeId ROOT = id("root");

    private Documents() {}

    static NodeId id(String name) {
        return new NodeId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    static Environment empty() {
        return Environment.of(Node.root(ROOT));
    }

    /// A folder `f`, a route `r` in it with the responses `r1` (the default) and `r2`, a header `h` at `r1`.
    static Environment small() {
        return applied(
                empty(),
                add("f", Kind.FOLDER, "root"),
                add("r", Kind.ROUTE, "f"),
                add("r1", Kind.RESPONSE, "r", Schema.RESPONSE_DEFAULT, true),
                add("r2", Kind.RESPONSE, "r"),
                add("h", Kind.HEADER, "r1"));
    }

    static Edit.Add add(String name, Kind kind, String parent) {
        return new Edit.Add(id(name), kind, id(parent), Slot.of(kind), Optional.empty(), Map.of(), Map.of());
    }

    static <T> Edit.Add add(String name, Kind kind, String parent, Field<T> field, T value) {
        return new Edit.Add(
                id(name), kind, id(parent), Slot.of(kind), Optional.empty(), Map.of(field, value), Map.of());
    }

    static Edit.Set set(String name, Field<?> field, Object value) {
        return new Edit.Set(id(name), field.key(), value);
    }

    static Edit.Splice splice(String name, Field<String> field, TextChange.Part... parts) {
        return new Edit.Splice(id(name), field.key(), new TextChange(List.of(parts)));
    }

    static Edit.Move move(String name, String parent) {
        return new Edit.Move(id(name), id(parent), Optional.empty());
    }

    static Edit.Move move(String name, String parent, String order) {
        return new Edit.Move(id(name), id(parent), Optional.of(new OrderKey(order)));
    }

    static Edit.Remove remove(String name) {
        return new Edit.Remove(id(name));
    }

    static TextChange.Part keep(int length) {
        return new TextChange.Part.Keep(length);
    }

    static TextChange.Part replace(int length, String inserted) {
        return new TextChange.Part.Replace(length, inserted);
    }

    static Outcome apply(Environment environment, Edit... edits) {
        return Apply.apply(environment, List.of(edits), _ -> false, false);
    }

    static Environment applied(Environment environment, Edit... edits) {
        return switch (apply(environment, edits)) {
            case Outcome.Accepted accepted -> accepted.after();
            case Outcome.NoEffect _ -> environment;
            case Outcome.Rejected rejected -> throw new AssertionError(rejected.toString());
        };
    }
}

package dev.understudy.format;

import dev.understudy.environment.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The tree that the references between flat lists of folders and routes mean, after their repair: everything
/// stands in exactly one place. Where a route or folder is referenced twice the first reference counts, those
/// in folders before those at the top; what nothing refers to comes last at the top.
final class FolderTree {

    /// A folder or route in its place.
    ///
    /// @param entry the reference that put it there; an empty object if none did
    /// @param children in order; empty for a route
    record Branch(boolean folder, ObjectNode object, ObjectNode entry, List<Branch> children) {}

    /// What references name. Several objects can have the same uuid in a broken file.
    private record Target(String type, String uuid) {}

    static final String FOLDER = "folder";
    static final String ROUTE = "route";

    private final Repairs repairs;
    private final List<ObjectNode> folders;
    private final List<ObjectNode> routes;
    private final Map<Target, Deque<ObjectNode>> unplaced = new HashMap<>();
    private final IdentityHashMap<JsonNode, List<ObjectNode>> entries = new IdentityHashMap<>();
    private final Set<JsonNode> placed = Collections.newSetFromMap(new IdentityHashMap<>());

    private FolderTree(List<ObjectNode> folders, List<ObjectNode> routes, Repairs repairs) {
        this.repairs = repairs;
        this.folders = folders;
        this.routes = routes;
        folders.forEach(folder -> queue(FOLDER, folder));
        routes.forEach(route -> queue(ROUTE, route));
    }

    /// @throws Refusal if folders lie too deep in each other
    static List<Branch> of(ObjectNode environment, List<ObjectNode> folders, List<ObjectNode> routes, Repairs repairs) {
        return new FolderTree(folders, routes, repairs).read(environment);
    }

    private List<Branch> read(ObjectNode environment) {
        chooseEntries(environment);
        List<Branch> top = branches(environment, 1);
        boolean told = environment.has(Layout.ROOT_CHILDREN);
        for (ObjectNode folder : folders) {
            appendUnplaced(top, FOLDER, folder, told);
        }
        for (ObjectNode route : routes) {
            appendUnplaced(top, ROUTE, route, told);
        }
        return top;
    }

    /// Keeps of all references those that count: as many for each uuid as there are objects that have it.
    private void chooseEntries(ObjectNode environment) {
        Map<Target, Integer> left = new HashMap<>();
        unplaced.forEach((target, objects) -> left.put(target, objects.size()));
        for (ObjectNode folder : folders) {
            entries.put(folder, chosen(folder, Layout.CHILDREN, left));
        }
        entries.put(environment, chosen(environment, Layout.ROOT_CHILDREN, left));
    }

    private List<ObjectNode> chosen(ObjectNode holder, String list, Map<Target, Integer> left) {
        List<ObjectNode> chosen = new ArrayList<>();
        JsonNode given = holder.path(list);
        if (!given.isMissingNode() && !given.isArray()) {
            repairs.add(holder, list, "This should be a list, so nothing was taken from it.");
        }
        int index = 0;
        for (JsonNode entry : given instanceof ArrayNode array ? array : JsonNodeFactory.instance.arrayNode()) {
            String place = String.valueOf(index++);
            Target target = targetOf(entry);
            int remaining = left.getOrDefault(target, 0);
            if (entry instanceof ObjectNode object && remaining > 0) {
                left.put(target, remaining - 1);
                chosen.add(object);
            } else {
                boolean twice = left.containsKey(target);
                repairs.add(
                        given,
                        place,
                        twice
                                ? "This stands in the tree already, so the second mention of it was removed."
                                : "This names nothing that is in the file, so it was removed.");
            }
        }
        return chosen;
    }

    private List<Branch> branches(ObjectNode holder, int depth) {
        List<Branch> branches = new ArrayList<>();
        for (ObjectNode entry : entries.getOrDefault(holder, List.of())) {
            Target target = targetOf(entry);
            next(target).ifPresent(object -> branches.add(branch(target.type, object, entry, depth)));
        }
        return branches;
    }

    private Optional<ObjectNode> next(Target target) {
        Deque<ObjectNode> candidates = unplaced.getOrDefault(target, new ArrayDeque<>());
        while (!candidates.isEmpty()) {
            ObjectNode candidate = candidates.remove();
            if (placed.add(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Branch branch(String type, ObjectNode object, ObjectNode entry, int depth) {
        boolean folder = type.equals(FOLDER);
        if (folder && depth > Limits.MAX_FOLDER_DEPTH) {
            throw new ImportRefusal(
                    repairs.places().of(object),
                    "Folders lie more than %d deep in each other. Flatten them and import the file again."
                            .formatted(Limits.MAX_FOLDER_DEPTH));
        }
        return new Branch(folder, object, entry, folder ? branches(object, depth + 1) : List.of());
    }

    /// Not referenced, or only from folders that lie in each other in a circle.
    private void appendUnplaced(List<Branch> top, String type, ObjectNode object, boolean told) {
        if (placed.add(object)) {
            if (told) {
                repairs.add(
                        repairs.places().of(object),
                        "This %s stood nowhere in the tree, so it is at the end of the top level now.".formatted(type));
            }
            top.add(branch(type, object, JsonNodeFactory.instance.objectNode(), 1));
        }
    }

    /// Without uuid nothing can refer to it.
    private void queue(String type, ObjectNode object) {
        String uuid = object.path(Layout.UUID).stringValue("");
        if (!uuid.isEmpty()) {
            unplaced.computeIfAbsent(new Target(type, uuid), _ -> new ArrayDeque<>())
                    .add(object);
        }
    }

    private static Target targetOf(JsonNode entry) {
        return new Target(
                entry.path("type").stringValue(""), entry.path(Layout.UUID).stringValue(""));
    }
}

package dev.understudy.ui.editor;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.presence.Participant;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The folders and routes that the tree shows, from top to bottom: what is in open folders and matches the filter.
/// A folder matches by its name, with all that is in it, or by what is in it. Pure.
final class TreeRows {

    private final Environment environment;
    private final Collection<?> open;
    private final Map<NodeId, List<TreeDot>> people;
    private final Set<NodeId> broken;
    private final Set<NodeId> fresh;
    private final Map<NodeId, TreeRow> rows = new LinkedHashMap<>();

    private TreeRows(
            Environment environment,
            Collection<?> open,
            Map<NodeId, List<TreeDot>> people,
            Set<NodeId> broken,
            Set<NodeId> fresh) {
        this.environment = environment;
        this.open = open;
        this.people = people;
        this.broken = broken;
        this.fresh = fresh;
    }

    /// The rows of a document by their node, in their order.
    ///
    /// @param open the folders that are open
    /// @param broken the routes of which something does not work
    /// @param fresh the forms in which something is new to the reader
    /// @param matching what may be shown, see [#matching]; empty for everything
    static Map<NodeId, TreeRow> of(
            Environment environment,
            Collection<?> open,
            Optional<Set<NodeId>> matching,
            List<Participant> others,
            Set<NodeId> broken,
            Set<NodeId> fresh) {
        TreeRows made = new TreeRows(environment, open, places(environment, others), broken, fresh);
        made.add(environment.root().id(), 0, false, matching);
        return made.rows;
    }

    /// What a filter leaves: the folders and routes that contain the text, what is in such folders, and the folders
    /// around all these.
    static Set<NodeId> matching(Environment environment, String filter) {
        Set<NodeId> found = new HashSet<>();
        collect(environment, environment.root().id(), filter.toLowerCase(Locale.ROOT), false, found);
        return found;
    }

    private static boolean collect(
            Environment environment, NodeId parent, String words, boolean within, Set<NodeId> found) {
        boolean any = false;
        for (Node node : environment.children(parent, Slot.CHILDREN)) {
            boolean matches = within || text(node).toLowerCase(Locale.ROOT).contains(words);
            boolean below = node.kind() == Kind.FOLDER && collect(environment, node.id(), words, matches, found);
            if (matches || below) {
                found.add(node.id());
                any = true;
            }
        }
        return any;
    }

    private static String text(Node node) {
        return NodeNames.name(node) + " " + (node.kind() == Kind.ROUTE ? node.get(Schema.ROUTE_DOCUMENTATION) : "");
    }

    private void add(NodeId parent, int depth, boolean parentOff, Optional<Set<NodeId>> matching) {
        for (Node node : environment.children(parent, Slot.CHILDREN)) {
            if (matching.isPresent() && !matching.get().contains(node.id())) {
                continue;
            }
            boolean folder = node.kind() == Kind.FOLDER;
            boolean off = !NodeNames.enabled(node);
            boolean opened = folder && open.contains(node.id());
            rows.put(
                    node.id(),
                    new TreeRow(
                            node.id(),
                            depth,
                            folder,
                            folder ? "" : NodeNames.method(node),
                            folder ? NodeNames.name(node) : NodeNames.path(node),
                            folder
                                    ? environment
                                            .children(node.id(), Slot.CHILDREN)
                                            .size()
                                    : 0,
                            off,
                            off || parentOff,
                            broken.contains(node.id()),
                            isFresh(node.id(), folder && !opened),
                            opened ? at(node.id()) : within(node)));
            if (opened) {
                add(node.id(), depth + 1, off || parentOff, matching);
            }
        }
    }

    private boolean isFresh(NodeId id, boolean withAllWithin) {
        return fresh.contains(id)
                || (withAllWithin
                        && fresh.stream()
                                .anyMatch(node -> environment.contains(node) && environment.isWithin(node, id)));
    }

    private List<TreeDot> at(NodeId id) {
        return people.getOrDefault(id, List.of());
    }

    /// A closed folder stands for all that is in it.
    private List<TreeDot> within(Node node) {
        if (node.kind() != Kind.FOLDER || people.isEmpty()) {
            return at(node.id());
        }
        List<TreeDot> all = new ArrayList<>();
        people.forEach((place, dots) -> {
            if (environment.isWithin(place, node.id())) {
                dots.stream().filter(dot -> !all.contains(dot)).forEach(all::add);
            }
        });
        return all;
    }

    /// Who is on which folder or route; whoever is on a response or a header is on its route.
    private static Map<NodeId, List<TreeDot>> places(Environment environment, List<Participant> others) {
        Map<NodeId, List<TreeDot>> places = new HashMap<>();
        for (Participant person : others) {
            TreeDot dot = new TreeDot(person.displayName(), Person.css(person.colour()));
            person.focus().node().flatMap(node -> row(environment, node)).ifPresent(node -> {
                List<TreeDot> dots = places.computeIfAbsent(node, _ -> new ArrayList<>());
                if (!dots.contains(dot)) {
                    dots.add(dot);
                }
            });
        }
        return places;
    }

    private static Optional<NodeId> row(Environment environment, NodeId node) {
        return NodeNames.formOf(environment, node)
                .filter(form -> form.slot() == Slot.CHILDREN)
                .map(Node::id);
    }
}

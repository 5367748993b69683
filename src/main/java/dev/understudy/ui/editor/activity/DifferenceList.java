package dev.understudy.ui.editor.activity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.history.past.Difference;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.Counted;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// What is different between two documents, node by node, with the values before and after.
final class DifferenceList extends Div {

    /// So many nodes are shown with their values; the rest is a number.
    static final int MAX_NODES = 100;

    private final Environment before;
    private final Environment after;
    private final BiFunction<Difference, Difference.Value, Optional<Component>> act;

    /// @param act what can be done about one value, if anything
    DifferenceList(
            Environment before,
            Environment after,
            List<Difference> differences,
            BiFunction<Difference, Difference.Value, Optional<Component>> act) {
        this.before = before;
        this.after = after;
        this.act = act;
        addClassName("differences");
        if (differences.size() > 1) {
            Span all = new Span(DifferenceWords.of(differences));
            all.addClassName("muted");
            add(all);
        }
        differences.stream()
                .sorted(Comparator.comparing(difference -> difference.what() != Difference.What.REMOVED))
                .limit(MAX_NODES)
                .map(this::node)
                .forEach(this::add);
        if (differences.size() > MAX_NODES) {
            Span more = new Span("and %,d more".formatted(differences.size() - MAX_NODES));
            more.addClassName("muted");
            add(more);
        }
    }

    private Component node(Difference difference) {
        H3 title = new H3(name(difference.node()));
        Span what = new Span(words(difference));
        what.addClassName("what");
        what.getElement().setAttribute("data-what", difference.what().word());
        Div head = new Div(title, what);
        head.addClassName("head");
        Div node = new Div(head);
        node.addClassName("difference");
        difference.values().forEach(value -> node.add(value(difference, value)));
        return node;
    }

    private Component value(Difference difference, Difference.Value value) {
        Span label = new Span(value.field().label());
        label.addClassName("label");
        Div line = new Div(label);
        line.addClassName("value");
        line.getElement().setAttribute("data-field", value.field().key());
        act.apply(difference, value).ifPresent(line::add);
        line.add(ValueChange.of(value));
        return line;
    }

    private String words(Difference difference) {
        String more = difference.below() == 0 ? "" : " with " + Counted.of(difference.below(), "part");
        return switch (difference.what()) {
            case ADDED -> "added" + more;
            case REMOVED -> "removed" + more;
            case CHANGED -> "";
            case MOVED -> difference.places().map(this::moved).orElse("moved");
        };
    }

    private String moved(Difference.Places places) {
        return places.before().equals(places.after())
                ? "moved within " + name(places.after())
                : "moved from %s to %s".formatted(name(places.before()), name(places.after()));
    }

    private String name(NodeId id) {
        Optional<Node> now = after.find(id);
        if (now.isPresent()) {
            return NodeNames.fullName(after, now.get());
        }
        return before.find(id).map(node -> NodeNames.fullName(before, node)).orElse("something");
    }
}

package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Where something is used, as links that lead there. Looks only while it is on the screen.
final class UseList extends Div implements Bound {

    /// So many are listed; of the rest only the number.
    static final int MAX_LISTED = 30;

    private final EditorSession session;
    private final Function<NodeId, String> links;
    private final BiFunction<Environment, Node, List<Node>> uses;
    private final Span title;
    private final Div list = new Div();
    private final ValueSignal<Optional<NodeId>> used = new ValueSignal<>(Optional.empty());
    private List<String> shown = List.of();

    /// @param links the address of a node
    /// @param words what stands before the uses
    UseList(
            EditorSession session,
            Function<NodeId, String> links,
            String words,
            BiFunction<Environment, Node, List<Node>> uses) {
        this.session = session;
        this.links = links;
        this.uses = uses;
        this.title = new Span(words);
        addClassName("uses");
        title.addClassName("muted");
        list.addClassName("links");
        add(title, list);
        setVisible(false);
        Signal.effect(this, () -> project(used.get()));
    }

    @Override
    public void bind(NodeId node) {
        used.set(Optional.of(node));
    }

    /// Looks no more until it is bound again.
    void rest() {
        used.set(Optional.empty());
    }

    private void project(Optional<NodeId> id) {
        if (id.isEmpty()) {
            return;
        }
        Environment environment = session.document().get().environment();
        List<Node> found = environment
                .find(id.get())
                .map(node -> uses.apply(environment, node))
                .orElse(List.of());
        List<String> now = found.stream()
                .map(node -> node.id() + NodeNames.fullName(environment, node))
                .toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        list.removeAll();
        found.stream().limit(MAX_LISTED).map(node -> link(environment, node)).forEach(list::add);
        if (found.size() > MAX_LISTED) {
            list.add(new Span("and %,d more".formatted(found.size() - MAX_LISTED)));
        }
        setVisible(!found.isEmpty());
    }

    private Anchor link(Environment environment, Node node) {
        Anchor link = new Anchor(links.apply(node.id()), NodeNames.fullName(environment, node));
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}

package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.understudy.environment.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One component for each node of a list, in the order of the list. A component belongs to its node for as long as that
/// is there, so that what others add, remove or move takes nobody's caret.
public final class Lineup<C extends Component> {

    private final Div place;
    private final Function<NodeId, C> maker;
    private final Map<NodeId, C> shown = new HashMap<>();

    public Lineup(Div place, Function<NodeId, C> maker) {
        this.place = place;
        this.maker = maker;
    }

    /// Makes what is new, takes away what is gone, and moves what stands elsewhere.
    public void show(List<NodeId> wanted) {
        shown.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                place.remove(entry.getValue());
            }
            return gone;
        });
        for (int index = 0; index < wanted.size(); index++) {
            C component = shown.computeIfAbsent(wanted.get(index), maker);
            if (place.indexOf(component) != index) {
                place.addComponentAtIndex(index, component);
            }
        }
    }

    public Optional<C> of(NodeId node) {
        return Optional.ofNullable(shown.get(node));
    }
}

package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.kit.OnDemand;
import java.util.Optional;
import java.util.function.Predicate;

/// A part of the form of a body that applies to some of them, made when the first of these is shown.
final class BodyPart<C extends Component & Bound> {

    private final OnDemand<C> content;
    private final Predicate<Node> applies;
    private boolean isBound;

    BodyPart(OnDemand<C> content, Predicate<Node> applies) {
        this.content = content;
        this.applies = applies;
    }

    boolean appliesTo(Node owner) {
        return applies.test(owner);
    }

    /// Is on the screen if it applies.
    void show(Node owner) {
        boolean on = appliesTo(owner);
        // Not setVisible: what was just typed must still reach the server.
        content.madeIf(on).ifPresent(made -> made.getElement().setAttribute("hidden", !on));
    }

    void bind(NodeId owner) {
        content.ifMade().ifPresent(made -> {
            made.bind(owner);
            isBound = true;
        });
    }

    /// Binds what was made since the rest was bound.
    void bindIfNew(NodeId owner) {
        if (!isBound) {
            bind(owner);
        }
    }

    boolean isIn(Div place) {
        return content.ifMade().flatMap(Component::getParent).equals(Optional.of(place));
    }
}

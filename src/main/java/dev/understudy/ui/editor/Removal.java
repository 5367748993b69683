package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says that what is shown was removed, and by whom; what was on the screen stays readable, can be copied and brought
/// back. Shows nothing as long as it is there.
final class Removal extends Div {

    private record Trail(NodeId node) implements Function<Environment, List<Node>> {
        @Override
        public List<Node> apply(Environment environment) {
            return trail(environment, node);
        }
    }

    private record By(long revision, String name, NodeId removed) {}

    private final EditorSession session;
    private final Consumer<Optional<NodeId>> left;
    private final CopyButton copy = new CopyButton("Copy the text");
    private final Button undo;
    private final Banner banner;
    private final ValueSignal<Optional<NodeId>> shown = new ValueSignal<>(Optional.empty());
    private List<Node> trail = List.of();
    private Optional<By> by = Optional.empty();

    /// @param left is told what is nearest to what the reader took away themselves; empty if that is nothing in
    /// particular
    Removal(EditorSession session, Actions actions, Consumer<Optional<NodeId>> left) {
        this.session = session;
        this.left = left;
        this.undo = new Button("Undo", click -> by.ifPresent(removal -> actions.undo(removal.revision())));
        this.banner = new Banner(Tone.WARN, "", copy, undo);
        addClassName("removal");
        add(banner);
        Signal.effect(this, () -> {
            session.standing().get();
            shown.get().ifPresent(node -> session.parts().read(new Trail(node)));
            project(shown.get(), session.now().environment());
        });
    }

    void watch(Optional<NodeId> node) {
        Environment environment = session.now().environment();
        if (isOf(node) && node.filter(id -> !environment.contains(id)).isPresent()) {
            // Still the same that is gone: who removed it is known already.
            return;
        }
        by = Optional.empty();
        trail = node.map(id -> trail(environment, id)).orElse(List.of());
        shown.set(node);
    }

    /// Whether it is what is watched, and was there when it was shown.
    boolean isOf(Optional<NodeId> node) {
        return node.equals(shown.peek()) && !trail.isEmpty();
    }

    /// To be told of every committed change.
    void changed(CommittedChange committed) {
        Set<NodeId> removed = committed.effects().stream()
                .map(effect -> effect.edit())
                .filter(Edit.Remove.class::isInstance)
                .map(Edit::node)
                .collect(Collectors.toSet());
        trail.stream().map(Node::id).filter(removed::contains).findFirst().ifPresent(node -> {
            boolean own = committed.author().equals(session.access().actor().user());
            by = Optional.of(new By(committed.revision(), own ? "You" : committed.authorName(), node));
            if (committed.client().equals(session.client()) || (own && isOfUndo(committed))) {
                left.accept(nearest(session.now().environment()));
            } else {
                project(shown.peek(), session.now().environment());
            }
        });
    }

    private static boolean isOfUndo(CommittedChange committed) {
        return switch (committed.origin().kind()) {
            case UNDO, REDO -> true;
            case MADE, REVERT -> false;
        };
    }

    private void project(Optional<NodeId> node, Environment environment) {
        boolean gone = node.isPresent() && !environment.contains(node.get());
        setVisible(gone);
        if (!gone) {
            node.ifPresent(id -> trail = trail(environment, id));
            return;
        }
        banner.show(Tone.WARN, by.map(this::sentence).orElse("What this address leads to is not here any more."));
        undo.setVisible(by.isPresent() && session.standing().peek().mayEdit());
        Optional<String> text =
                trail.stream().flatMap(each -> longText(each).stream()).findFirst();
        copy.setVisible(text.isPresent());
        text.ifPresent(copy::setCopied);
    }

    private static Optional<String> longText(Node node) {
        return switch (node.kind()) {
            case RESPONSE -> Optional.of(node.get(Schema.RESPONSE_BODY));
            case BUCKET -> Optional.of(node.get(Schema.BUCKET_VALUE));
            case CALLBACK -> Optional.of(node.get(Schema.CALLBACK_BODY));
            case ENVIRONMENT, FOLDER, ROUTE, HEADER, RULE, INVOCATION, FILE -> Optional.empty();
        };
    }

    private Optional<NodeId> nearest(Environment environment) {
        return trail.stream()
                .map(Node::id)
                .filter(environment::contains)
                .findFirst()
                .filter(id -> !id.equals(environment.root().id()));
    }

    private String sentence(By removal) {
        String what = trail.stream()
                .filter(node -> node.id().equals(removal.removed()))
                .map(node -> NodeNames.kind(node.kind()))
                .findFirst()
                .orElse("element");
        String which = trail.getFirst().id().equals(removal.removed()) ? "this" : "the";
        return "%s removed %s %s. What you see is how it was.".formatted(removal.name(), which, what);
    }

    /// The node and what is around it, innermost first.
    private static List<Node> trail(Environment environment, NodeId id) {
        List<Node> trail = new ArrayList<>();
        Optional<Node> at = environment.find(id);
        while (at.isPresent()) {
            trail.add(at.get());
            at = Optional.ofNullable(at.get().parent()).flatMap(environment::find);
        }
        return trail;
    }
}

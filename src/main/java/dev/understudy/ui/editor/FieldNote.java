package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.history.activity.ActivityFilter;
import dev.understudy.presence.Focus;
import dev.understudy.team.UserId;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.LatestLook;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.RelativeTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Of the field that the reader is in: who changed it last and when, and the way to its history.
final class FieldNote extends Span {

    private final EditorSession session;
    private final Span words = new Span();
    private final RelativeTime when;
    private final Button history = new Button("History");
    private final ValueSignal<Boolean> says = new ValueSignal<>(false);
    private final LatestLook look = new LatestLook();
    private Optional<FieldLocation> field = Optional.empty();

    /// @param open is told whose history is wanted
    FieldNote(EditorSession session, Clock clock, Consumer<FieldLocation> open) {
        this.session = session;
        this.when = new RelativeTime(clock);
        addClassName("field-note");
        history.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        history.setTooltipText("What this field was before, and who changed it");
        history.addClickListener(click -> field.ifPresent(open));
        Span text = new Span(words, when);
        text.addClassName("cut");
        add(text, history);
        hide();
        Signal.effect(this, () -> find(session.people().field().get()));
        Live.every(Duration.ofSeconds(30), this, when::refresh);
    }

    /// Whether there is anything to say.
    Signal<Boolean> says() {
        return says;
    }

    private void find(Focus focus) {
        Optional<FieldLocation> now = focus.node()
                .flatMap(session::find)
                .flatMap(node -> focus.field()
                        .flatMap(key -> Schema.field(node.kind(), key))
                        .map(found -> new FieldLocation(node.id(), found)));
        if (now.isEmpty()) {
            // Whoever goes for the button leaves the field, but not the form.
            if (!form(focus.node()).equals(form(field.map(FieldLocation::node)))) {
                field = Optional.empty();
                look.drop();
                hide();
            }
            return;
        }
        FieldLocation place = now.get();
        ActivityFilter filter = ActivityFilter.ALL.of(
                Set.of(place.node()), Optional.of(place.field().key()));
        look.fetch(() -> session.history().activity(filter, Long.MAX_VALUE, 1), page -> {
            field = now;
            page.entries().stream()
                    .findFirst()
                    .ifPresentOrElse(last -> show(place, last.author(), last.authorName(), last.at()), this::hide);
        });
    }

    private Optional<NodeId> form(Optional<NodeId> node) {
        return node.flatMap(id -> NodeNames.formOf(session.now().environment(), id))
                .map(Node::id);
    }

    /// Is told of each change.
    void changed(CommittedChange committed) {
        field.filter(place -> committed.effects().stream().anyMatch(effect -> isOf(effect.edit(), place)))
                .ifPresent(place -> show(place, committed.author(), committed.authorName(), committed.at()));
    }

    private static boolean isOf(Edit edit, FieldLocation place) {
        return switch (edit) {
            case Edit.Set(NodeId node, String key, var _) -> isOf(node, key, place);
            case Edit.Splice(NodeId node, String key, var _) -> isOf(node, key, place);
            case Edit.Add _, Edit.Remove _, Edit.Move _ -> false;
        };
    }

    private static boolean isOf(NodeId node, String key, FieldLocation place) {
        return node.equals(place.node()) && key.equals(place.field().key());
    }

    private void show(FieldLocation place, UserId author, String name, Instant at) {
        boolean me = author.equals(session.access().actor().user());
        words.setText("%s: last changed by %s ".formatted(place.field().label(), me ? "you" : name));
        when.show(at);
        setVisible(true);
        says.set(true);
    }

    private void hide() {
        setVisible(false);
        says.set(false);
    }
}

package dev.understudy.ui.editor;

import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.LastChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.team.UserId;
import dev.understudy.ui.editor.panel.DeclaredType;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.editor.session.Summaries;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.RelativeTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// The line at the bottom: whether the work is saved, who changed what last, and what the shown response says it is.
final class StatusBar extends Footer {

    private record TypeOf(NodeId node) implements Function<Environment, String> {
        @Override
        public String apply(Environment environment) {
            return NodeNames.above(environment, node, Kind.RESPONSE)
                    .map(response -> DeclaredType.of(environment, response.id()).sentence())
                    .orElse("");
        }
    }

    private final EditorSession session;
    private final Span change = new Span();
    private final RelativeTime when;
    private final Span type = new Span();
    private final FieldNote note;
    private final ValueSignal<Optional<NodeId>> shown = new ValueSignal<>(Optional.empty());

    StatusBar(EditorSession session, Clock clock, LastChange last, FieldNote note, ProblemList problems) {
        this.session = session;
        this.note = note;
        this.when = new RelativeTime(clock);
        SavedState saved = new SavedState();
        Span changed = new Span(change, when);
        changed.addClassNames("last-change", "cut");
        Span space = new Span();
        space.addClassName("grow");
        type.addClassNames("type", "cut");
        add(saved, note, changed, space, type, problems);
        Signal.effect(this, () -> changed.setVisible(!note.says().get()));
        show(last);
        Signal.effect(this, () -> saved.setRevision(session.document().get().revision()));
        Signal.effect(this, () -> saved.setSaving(session.saving().get()));
        Signal.effect(this, () -> showType(shown.get()));
        Live.every(Duration.ofSeconds(30), this, when::refresh);
    }

    /// @param node what is shown: the content type is that of its response
    void show(Optional<NodeId> node) {
        shown.set(node);
    }

    void changed(CommittedChange committed) {
        note.changed(committed);
        show(committed.author(), committed.authorName(), committed.at(), committed.summary());
    }

    private void show(LastChange last) {
        show(last.author(), last.authorName(), last.at(), last.what());
    }

    private void show(UserId author, String name, Instant at, String what) {
        String who = author.equals(session.access().actor().user()) ? "You" : name;
        boolean done = Summaries.isDeed(what);
        change.setText(who + (done ? " " : " changed ") + what + " ");
        when.show(at);
    }

    private void showType(Optional<NodeId> node) {
        type.setText(node.map(id -> session.parts().read(new TypeOf(id))).orElse(""));
    }
}

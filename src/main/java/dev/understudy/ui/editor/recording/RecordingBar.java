package dev.understudy.ui.editor.recording;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.recording.Recording;
import dev.understudy.server.Subscription;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.RecordingShelf;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.Confirm;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.ReaderZone;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Whether it is recorded what the real server answers, for everybody who has the environment open, and what editors
/// can do about it. As long as nothing is forwarded and nothing was recorded there is nothing to see.
public final class RecordingBar extends Div {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final EditorSession session;
    private final RecordingShelf shelf;
    private final ValueSignal<Optional<Recording>> recording = new ValueSignal<>(Optional.empty());
    private final Span state = new Span();
    private final Button record = new Button("Record");
    private final Button review = new Button("Review");
    private final Button stop = new Button("Stop recording");
    private final Button discard = new Button("Discard");

    public RecordingBar(EditorSession session) {
        this.session = session;
        this.shelf = session.recordings();
        addClassNames("listener", "recording");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Recording");
        state.addClassNames("state", "cut");
        state.getElement().setAttribute("role", "status");
        record.setTooltipText("Take down what the real server answers, to make routes of it");
        record.addClickListener(click -> Errand.run(record, shelf::start, why -> why.ifPresent(Notices::failed)));
        stop.addClickListener(click -> Errand.run(stop, shelf::stop, this::review));
        discard.addClickListener(click -> discard());
        review.addClickListener(click -> review());
        add(state, record, review, stop, discard);
        Signal.effect(this, this::project);
        Live.whileAttached(this, this::follow);
    }

    private Subscription follow(Executor ui) {
        Coalesced<Optional<Recording>> looks = new Coalesced<>(shelf::find, recording::set, ui, BETWEEN_LOOKS);
        Subscription news = shelf.onChange(looks::request);
        looks.request();
        return news;
    }

    private void project() {
        NodeId root = session.now().environment().root().id();
        boolean forwards = session.parts().value(root, Schema.ENVIRONMENT_PROXY).orElse(false);
        Optional<Recording> now = recording.get();
        boolean runs = now.filter(Recording::isRunning).isPresent();
        boolean edits = session.standing().get().mayEdit();
        setVisible(now.isPresent() || (forwards && edits));
        state.setVisible(now.isPresent());
        now.ifPresent(found -> {
            String words = RecordingWords.of(found, forwards, ReaderZone.of(this));
            state.setText(words);
            state.setTitle(words);
        });
        state.getElement().setAttribute("data-tone", runs ? "bad" : "quiet");
        record.setVisible(edits && !runs && forwards);
        record.setText(now.isPresent() ? "Go on recording" : "Record");
        review.setVisible(edits && now.filter(found -> found.requests() > 0).isPresent());
        stop.setVisible(edits && runs);
        discard.setVisible(edits && now.isPresent() && !runs);
    }

    private void review() {
        ReviewDialog.ofRecording(session);
    }

    private void discard() {
        Confirm.ask(
                "Discard what was recorded?",
                "It can't be brought back. What is in the mock already stays.",
                "Discard it",
                () -> Errand.run(discard, shelf::discard, () -> Notices.done("Discarded.")));
    }
}

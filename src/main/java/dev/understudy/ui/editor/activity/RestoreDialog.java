package dev.understudy.ui.editor.activity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.understudy.collab.Snapshot;
import dev.understudy.history.past.Difference;
import dev.understudy.history.past.Differences;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.SubmitResult;
import dev.understudy.ui.kit.LatestLook;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.ReaderZone;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Brings the whole environment back to how it was at a moment or revision: first shows what that changes, then does
/// it.
final class RestoreDialog extends Dialog {

    /// A document of the past, and what would change now.
    private record Preview(Snapshot seen, Snapshot then, List<Difference> differences) {}

    private final EditorSession session;
    private final Input moment = new Input();
    private final Div preview = new Div();
    private final Button restore = new Button("Restore");
    private final LatestLook look = new LatestLook();
    private Optional<Preview> shown = Optional.empty();

    private RestoreDialog(EditorSession session) {
        this.session = session;
        setHeaderTitle("Go back to how it was");
        addClassName("restore-dialog");
        preview.addClassName("preview");
        preview.getElement().setAttribute("aria-live", "polite");
        restore.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        restore.addClickListener(click -> shown.ifPresent(this::restore));
        getFooter().add(new Button("Cancel", click -> close()), restore);
        say("");
    }

    /// Asks for the moment.
    static void ofMoment(EditorSession session, Clock clock) {
        RestoreDialog dialog = new RestoreDialog(session);
        ZoneId zone = ReaderZone.of(dialog);
        Input moment = dialog.moment;
        moment.setType("datetime-local");
        moment.setId("restore-moment");
        moment.getElement().setAttribute("max", minute(LocalDateTime.ofInstant(clock.instant(), zone)));
        moment.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        moment.addValueChangeListener(change -> dialog.find(change.getValue(), zone));
        NativeLabel label = new NativeLabel("As of");
        label.setFor(moment);
        Div line = new Div(label, moment);
        line.addClassName("moment");
        dialog.add(line, dialog.preview);
        dialog.say("Choose a moment: you will see what would change, before anything does.");
        dialog.open();
    }

    /// Shows what going back to a revision changes.
    static void ofRevision(EditorSession session, long revision) {
        RestoreDialog dialog = new RestoreDialog(session);
        dialog.add(dialog.preview);
        dialog.open();
        dialog.look(OptionalLong.of(revision));
    }

    private static String minute(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private void find(String text, ZoneId zone) {
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            say("Looking…");
            look.fetch(
                    () -> session.history()
                            .revisionAt(local.plusMinutes(1)
                                    .atZone(zone)
                                    .toInstant()
                                    .minusNanos(1)),
                    this::look);
        } catch (DateTimeException unfinished) {
            say("Choose a day and a time.");
        }
    }

    private void look(OptionalLong revision) {
        if (revision.isEmpty()) {
            say("The environment was not there yet at that moment.");
            return;
        }
        say("Looking…");
        look.fetch(
                () -> session.history().at(revision.getAsLong()).map(then -> {
                    Snapshot seen = session.newest();
                    return new Preview(
                            seen, then, Differences.between(seen.environment(), then.environment(), _ -> true));
                }),
                found -> found.ifPresentOrElse(
                        this::show, () -> say("This version can't be read by this version of Understudy.")));
    }

    private void show(Preview found) {
        if (found.differences().isEmpty()) {
            say("Nothing is different from how it is now.");
            return;
        }
        say("This is what will be different. What others change from now on stays as they make it.");
        preview.add(new DifferenceList(
                found.seen().environment(),
                found.then().environment(),
                found.differences(),
                (_, _) -> Optional.empty()));
        shown = Optional.of(found);
        restore.setEnabled(true);
    }

    /// Says something in place of a preview.
    private void say(String sentence) {
        shown = Optional.empty();
        restore.setEnabled(false);
        preview.removeAll();
        Span text = new Span(sentence);
        text.addClassName("muted");
        preview.add(text);
    }

    /// After all that was changed in this page before.
    private void restore(Preview decided) {
        restore.setEnabled(false);
        session.submit(access -> session.history().restore(decided.then().environment(), decided.seen()), answer -> {
            close();
            tell(answer);
        });
    }

    private void tell(SubmitResult answer) {
        if (answer instanceof SubmitResult.Done(long revision, List<String> notes)) {
            List<String> sentences = new ArrayList<>(List.of("Restored."));
            sentences.addAll(notes);
            Notices.undoable(String.join(" ", sentences), () -> session.revert(List.of(revision), Actions::complain));
        } else {
            Actions.complain(answer);
        }
    }
}

package dev.understudy.ui.editor.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.understudy.format.HarArchive;
import dev.understudy.observed.Findings;
import dev.understudy.observed.Manner;
import dev.understudy.observed.Observed;
import dev.understudy.recording.Source;
import dev.understudy.team.Access;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.RecordingShelf;
import dev.understudy.ui.editor.session.SubmitResult;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.LatestLook;
import dev.understudy.ui.kit.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Shows the routes that can be made of a recording or an archive, and adds those that are ticked by one change.
final class ReviewDialog extends Dialog {

    /// What routes are made of.
    private interface Finds {
        Findings look(Manner manner);

        SubmitResult learn(Access access, Manner manner, Predicate<String> chosen);
    }

    private final EditorSession session;
    private final List<String> notes;
    private final boolean moved;
    private final Checkbox grouped = new Checkbox("Paths that differ in ids only are one route", true);
    private final Checkbox extend = new Checkbox("Routes that are there get further responses", true);
    private final Div said = new Div();
    private final FoundList list = new FoundList(this::count);
    private final Button add = new Button("Add to the mock");
    private final LatestLook look = new LatestLook();
    private Finds finds;

    private ReviewDialog(EditorSession session, String title, List<String> notes, boolean moved, Finds finds) {
        this.session = session;
        this.notes = notes;
        this.moved = moved;
        this.finds = finds;
        setHeaderTitle(title);
        addClassName("review-dialog");
        said.getElement().setAttribute("aria-live", "polite");
        grouped.addValueChangeListener(change -> look());
        extend.addValueChangeListener(change -> look());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.addClickListener(click -> add());
        Div manner = new Div(grouped, extend);
        manner.addClassName("manner");
        add(manner, said, list);
        getFooter().add(new Button("Cancel", click -> close()), add);
    }

    /// Of what is recorded in the environment.
    static void ofRecording(EditorSession session) {
        RecordingShelf shelf = session.recordings();
        ReviewDialog dialog = new ReviewDialog(session, "What was recorded", List.of(), false, new Finds() {
            @Override
            public Findings look(Manner manner) {
                return shelf.look(manner);
            }

            @Override
            public SubmitResult learn(Access access, Manner manner, Predicate<String> chosen) {
                return shelf.learn(access, manner, chosen);
            }
        });
        Anchor save = new Anchor("", "Save as HAR");
        save.setHref((DownloadHandler) event -> {
            event.setFileName("recording.har");
            event.setContentType("application/json");
            shelf.save(event.getOutputStream());
        });
        save.getElement().setAttribute("download", true);
        save.addClassName("save");
        dialog.getFooter().addComponentAsFirst(save);
        dialog.start();
    }

    /// Of what is in an archive: of one server at a time.
    static void ofArchive(EditorSession session, HarArchive archive) {
        String largest = archive.largest().orElseThrow();
        ReviewDialog dialog = new ReviewDialog(
                session, "What is in the archive", archive.notes(), true, of(session, archive, largest));
        if (archive.hosts().size() > 1) {
            Select<String> hosts = new Select<>();
            hosts.setLabel("Server");
            hosts.setItems(archive.hosts().keySet());
            hosts.setValue(largest);
            hosts.addValueChangeListener(change -> {
                dialog.finds = of(session, archive, change.getValue());
                dialog.look();
            });
            dialog.addComponentAsFirst(hosts);
        }
        dialog.start();
    }

    private static Finds of(EditorSession session, HarArchive archive, String host) {
        List<Observed> observed = archive.hosts().getOrDefault(host, List.of());
        Source source = new Source(
                observed, content -> Optional.ofNullable(archive.contents().get(content)));
        return new Finds() {
            @Override
            public Findings look(Manner manner) {
                return session.recordings().look(source, manner);
            }

            @Override
            public SubmitResult learn(Access access, Manner manner, Predicate<String> chosen) {
                return session.recordings().learn(access, source, manner, chosen);
            }
        };
    }

    private void start() {
        open();
        look();
    }

    private Manner manner() {
        return new Manner(grouped.getValue(), extend.getValue(), moved);
    }

    private void look() {
        add.setEnabled(false);
        say(List.of("Looking…"));
        Manner manner = manner();
        look.fetch(() -> finds.look(manner), this::show);
    }

    private void show(Findings findings) {
        List<String> sentences = new ArrayList<>(notes);
        sentences.addAll(findings.notes());
        if (findings.isEmpty()) {
            sentences.addFirst(
                    findings.routes().isEmpty()
                            ? "There is nothing that a route can be made of yet."
                            : "The mock answers all of that already.");
        }
        say(sentences);
        list.show(findings.routes());
        count();
    }

    private void say(List<String> sentences) {
        said.removeAll();
        sentences.stream().map(ReviewDialog::sentence).forEach(said::add);
    }

    private static Component sentence(String words) {
        Paragraph line = new Paragraph(words);
        line.addClassName("muted");
        return line;
    }

    private void count() {
        int chosen = list.chosen();
        add.setText(chosen == 0 ? "Add to the mock" : "Add " + Counted.of(chosen, "route") + " to the mock");
        add.setEnabled(chosen > 0);
    }

    /// After all that was changed in this page before.
    private void add() {
        add.setEnabled(false);
        Manner manner = manner();
        Finds from = finds;
        Predicate<String> chosen = list.choice();
        session.submit(access -> from.learn(access, manner, chosen), answer -> {
            if (answer instanceof SubmitResult.Done(long revision, var _)) {
                close();
                Notices.undoable("Added.", () -> session.revert(List.of(revision), Actions::complain));
            } else {
                Actions.complain(answer);
                look();
            }
        });
    }
}

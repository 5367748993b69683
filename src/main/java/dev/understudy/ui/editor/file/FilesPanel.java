package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.asset.Asset;
import dev.understudy.asset.Stored;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.Limits;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.ByteCount;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.EmptyState;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.Tone;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The files of the environment: what is there, how much of what is allowed that is, and the ways to bring more. It
/// follows the document only while it is on the screen.
public final class FilesPanel extends Div {

    private final EditorSession session;
    private final FileTable table;
    private final FileUploads uploads;
    private final Button choose;
    private final Span usage = new Span();
    private final Banner full = new Banner(Tone.WARN, "");
    private final EmptyState empty;
    private final Component hint =
            new Div("Drop files here, up to %s each".formatted(ByteCount.of(Limits.MAX_FILE_BYTES)));
    private final ValueSignal<Boolean> shown = new ValueSignal<>(false);
    private final ValueSignal<Map<FileContent, Optional<Stored>>> stored = new ValueSignal<>(Map.of());

    /// @param links the address of a node
    public FilesPanel(EditorSession session, Actions actions, Clock clock, Function<NodeId, String> links) {
        this.session = session;
        table = new FileTable(session, clock, links, new FileActions(session, actions));
        uploads = new FileUploads(session, FileUploads.MAX_AT_ONCE, FilesPanel::tell);
        choose = uploads.button("Upload files");
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        empty = new EmptyState(
                "No files yet", "A file can be what a response or a callback sends, or a certificate for TLS.");
        usage.addClassNames("muted", "small");
        hint.addClassName("drop-hint");
        addClassName("files-panel");
        Span space = new Span();
        space.addClassName("grow");
        Div bar = new Div(new H2("Files"), usage, space, choose);
        bar.addClassName("row");
        Div content = new Div(bar, full, uploads, empty, table, hint);
        content.addClassName("content");
        add(uploads.dropZone(content));
        Signal.effect(this, this::project);
        Live.every(Duration.ofSeconds(30), this, table::refreshTimes);
    }

    /// To be told whether it is on the screen.
    public void show(boolean on) {
        shown.set(on);
    }

    private void project() {
        if (!shown.get()) {
            return;
        }
        boolean mayEdit = session.standing().get().mayEdit();
        List<FileEntry> files = session.parts().files();
        Map<FileContent, Optional<Stored>> known = stored.get();
        empty.setVisible(files.isEmpty());
        table.setVisible(!files.isEmpty());
        choose.setVisible(mayEdit);
        hint.setVisible(mayEdit);
        table.show(files, known, session.document().get().environment());
        showUsage(files, mayEdit);
        lookUp(files.stream()
                .map(FileEntry::content)
                .filter(content -> !known.containsKey(content))
                .collect(Collectors.toSet()));
    }

    /// Who brought what was not seen before. A hash always stands for the same content, so it is asked for once.
    private void lookUp(Set<FileContent> unknown) {
        if (!unknown.isEmpty()) {
            Errand.fetch(() -> session.shelf().stored(unknown), found -> {
                Map<FileContent, Optional<Stored>> all = new HashMap<>(stored.peek());
                unknown.forEach(content -> all.put(content, Optional.ofNullable(found.get(content))));
                stored.set(Map.copyOf(all));
            });
        }
    }

    private void showUsage(List<FileEntry> files, boolean mayEdit) {
        long bytes = files.stream().mapToLong(file -> file.content().size()).sum();
        usage.setText(
                files.isEmpty()
                        ? ""
                        : "%s · %s of %s"
                                .formatted(
                                        Counted.of(files.size(), "file"),
                                        ByteCount.of(bytes),
                                        ByteCount.of(Limits.MAX_TOTAL_FILE_BYTES)));
        Optional<String> limit = limit(files.size(), bytes);
        full.setVisible(limit.isPresent() && mayEdit);
        full.show(Tone.WARN, limit.orElse(""));
    }

    /// What there is no room for, if for anything. Pure.
    static Optional<String> limit(int files, long bytes) {
        if (files >= Limits.MAX_FILES) {
            return Optional.of(
                    "An environment has %d files at most. Delete some to upload others.".formatted(Limits.MAX_FILES));
        }
        long left = Limits.MAX_TOTAL_FILE_BYTES - bytes;
        return left >= Limits.MAX_FILE_BYTES
                ? Optional.empty()
                : Optional.of("There is room for %s more. Delete files that are not needed to make more room."
                        .formatted(ByteCount.of(Math.max(0, left))));
    }

    private static void tell(Asset file, boolean replaced) {
        Notices.done((replaced ? "Replaced " : "Uploaded ") + file.path() + ".");
    }
}

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
import dev.understudy.asset.Assets;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.ByteCount;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.EmptyState;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.Tone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The files of the environment: what is there, how much of what is allowed that is, and the ways to bring more. It
/// follows the document only while it is on the screen.
public final class FilesPanel extends Div {

    private final EditorSession session;
    private final FileTable table;
    private final FileUploads uploads;
    private final Button choose;
    private final Span usage = new Span();
    private final Banner full = new Banner(Tone.WARN, "");
    private final Span loading = new Span("Looking for the files…");
    private final EmptyState empty;
    private final Component hint =
            new Div("Drop files here, up to %s each".formatted(ByteCount.of(Assets.MAX_FILE_BYTES)));
    private final ValueSignal<Boolean> shown = new ValueSignal<>(false);

    /// @param links the address of a node
    public FilesPanel(EditorSession session, Clock clock, Function<NodeId, String> links) {
        this.session = session;
        table = new FileTable(session, clock, links);
        uploads = new FileUploads(session, FileUploads.MAX_AT_ONCE, FilesPanel::tell);
        choose = uploads.button("Upload files");
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        empty = new EmptyState(
                "No files yet", "A file can be what a response or a callback sends, or a certificate for TLS.");
        usage.addClassNames("muted", "small");
        loading.addClassName("muted");
        hint.addClassName("drop-hint");
        addClassName("files-panel");
        Span space = new Span();
        space.addClassName("grow");
        Div bar = new Div(new H2("Files"), usage, space, choose);
        bar.addClassName("row");
        Div content = new Div(bar, full, uploads, loading, empty, table, hint);
        content.addClassName("content");
        add(uploads.dropZone(content));
        Signal.effect(this, this::project);
        Live.every(Duration.ofSeconds(30), this, table::refreshTimes);
    }

    /// To be told whether it is on the screen.
    public void show(boolean on) {
        if (on && !shown.peek()) {
            session.files().look();
        }
        shown.set(on);
    }

    private void project() {
        if (!shown.get()) {
            return;
        }
        boolean mayEdit = session.standing().get().mayEdit();
        Optional<List<Asset>> known = session.files().files().get();
        List<Asset> files = known.orElse(List.of());
        loading.setVisible(known.isEmpty());
        empty.setVisible(known.isPresent() && files.isEmpty());
        table.setVisible(!files.isEmpty());
        choose.setVisible(mayEdit);
        hint.setVisible(mayEdit);
        table.show(files, session.document().get().environment());
        showUsage(files, mayEdit);
    }

    private void showUsage(List<Asset> files, boolean mayEdit) {
        long bytes = files.stream().mapToLong(Asset::size).sum();
        usage.setText(
                files.isEmpty()
                        ? ""
                        : "%s · %s of %s"
                                .formatted(
                                        Counted.of(files.size(), "file"),
                                        ByteCount.of(bytes),
                                        ByteCount.of(Assets.MAX_TOTAL_BYTES)));
        Optional<String> limit = limit(files.size(), bytes);
        full.setVisible(limit.isPresent() && mayEdit);
        full.show(Tone.WARN, limit.orElse(""));
    }

    /// What there is no room for, if for anything. Pure.
    static Optional<String> limit(int files, long bytes) {
        if (files >= Assets.MAX_FILES) {
            return Optional.of(
                    "An environment has %d files at most. Delete some to upload others.".formatted(Assets.MAX_FILES));
        }
        long left = Assets.MAX_TOTAL_BYTES - bytes;
        return left >= Assets.MAX_FILE_BYTES
                ? Optional.empty()
                : Optional.of("There is room for %s more. Delete files that are not needed to make more room."
                        .formatted(ByteCount.of(Math.max(0, left))));
    }

    private static void tell(Asset file, boolean replaced) {
        Notices.done((replaced ? "Replaced " : "Uploaded ") + file.path() + ".");
    }
}

package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.understudy.asset.AssetContent;
import dev.understudy.asset.Stored;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.FileEntry;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.ByteCount;
import dev.understudy.ui.kit.Downloads;
import dev.understudy.ui.kit.RelativeTime;
import java.util.List;
import java.util.Optional;

/// A file in the list: its name, its size, what uses it, and who uploaded it when.
final class FileRow extends NativeTableRow {

    /// So many uses are listed; of the rest only the number.
    static final int MAX_USES = 4;

    /// A use in words, with its address.
    record Use(String words, String link, boolean byTemplate) {}

    private static final int NOT_FOUND = 404;
    private static final String UNTYPED = "application/octet-stream";

    private final EditorSession session;
    private final AssetPath path;
    private final Span size = new Span();
    private final Div uses = new Div();
    private final Span who = new Span();
    private final RelativeTime when;
    private List<Use> shown = List.of();

    FileRow(EditorSession session, AssetPath path, FileActions actions, RelativeTime when) {
        this.session = session;
        this.path = path;
        this.when = when;
        getElement().setAttribute("data-file", path.text());
        size.addClassName("nowrap");
        who.addClassNames("small", "muted");
        uses.addClassName("file-uses");
        Div uploaded = new Div(when, who);
        uploaded.addClassName("two-lines");
        cell("", name());
        cell("Size", size);
        cell("Used by", uses);
        cell("Uploaded", uploaded);
        cell("", new FileMenu(session, path, actions));
        showUses(List.of());
    }

    /// @param stored who brought its content, or that it is not there; empty until that is looked up
    void show(FileEntry file, Optional<Optional<Stored>> stored) {
        size.setText(ByteCount.of(file.content().size()));
        Optional<Stored> known = stored.flatMap(found -> found);
        when.setVisible(known.isPresent());
        known.map(Stored::at).ifPresent(when::show);
        who.setText(known.map(Stored::byName).orElse(stored.isPresent() ? "its content is missing" : ""));
    }

    void show(List<Use> found) {
        if (!found.equals(shown)) {
            shown = found;
            showUses(found);
        }
    }

    RelativeTime when() {
        return when;
    }

    private void showUses(List<Use> found) {
        uses.removeAll();
        if (found.isEmpty()) {
            uses.add(muted("nothing"));
        }
        found.stream().limit(MAX_USES).map(FileRow::link).forEach(uses::add);
        if (found.size() > MAX_USES) {
            uses.add(muted("and %,d more".formatted(found.size() - MAX_USES)));
        }
    }

    private static Component link(Use use) {
        Anchor link = new Anchor(use.link(), use.words());
        link.getElement().setAttribute("router-link", true);
        if (!use.byTemplate()) {
            return link;
        }
        Span perhaps = muted("perhaps ");
        perhaps.setTitle("Its path has a template, which can come to this file");
        return new Span(perhaps, link);
    }

    private static Span muted(String words) {
        Span span = new Span(words);
        span.addClassName("muted");
        return span;
    }

    /// The folders of a path are quieter than its name.
    private Component name() {
        int start = path.text().lastIndexOf('/') + 1;
        Anchor download = new Anchor();
        download.setHref(DownloadHandler.fromInputStream(this::download), AttachmentType.DOWNLOAD);
        download.add(
                muted(path.text().substring(0, start)), new Span(path.text().substring(start)));
        download.addClassNames("mono", "file-name");
        download.setTitle("Download");
        return download;
    }

    /// As a download of no type: what members upload must not run in the name of this site.
    private DownloadResponse download(DownloadEvent event) {
        return session.shelf()
                .read(path)
                .map(content -> download(event, content))
                .orElseGet(() -> DownloadResponse.error(NOT_FOUND));
    }

    private DownloadResponse download(DownloadEvent event, AssetContent content) {
        return Downloads.held(
                event,
                Math.min(content.size(), AssetContent.PIECE_BYTES),
                () -> new DownloadResponse(content.bytes(), path.fileName(), UNTYPED, content.size()));
    }

    private void cell(String title, Component content) {
        Div inner = new Div(content);
        inner.addClassName("cell");
        var cell = addDataCell();
        cell.getElement().setAttribute("data-title", title);
        cell.add(inner);
    }
}

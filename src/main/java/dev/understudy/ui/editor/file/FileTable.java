package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.understudy.asset.Stored;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Environment;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FileUses;
import dev.understudy.ui.kit.RelativeTime;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All files of the environment by their paths. A row stays the same row for as long as its file is there.
final class FileTable extends NativeTable {

    private final EditorSession session;
    private final Clock clock;
    private final Function<NodeId, String> links;
    private final FileActions actions;
    private final Map<AssetPath, FileRow> rows = new HashMap<>();

    /// @param links the address of a node
    FileTable(EditorSession session, Clock clock, Function<NodeId, String> links, FileActions actions) {
        this.session = session;
        this.clock = clock;
        this.links = links;
        this.actions = actions;
        addClassNames("rows", "files");
        NativeTableRow head = getHead().addRow();
        for (String title : List.of("Name", "Size", "Used by", "Uploaded", "")) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
    }

    /// @param stored who brought contents, as far as that was looked up; empty for those that are not there
    void show(List<FileEntry> files, Map<FileContent, Optional<Stored>> stored, Environment environment) {
        Set<AssetPath> wanted = files.stream().map(FileEntry::path).collect(Collectors.toSet());
        rows.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().removeFromParent();
            }
            return gone;
        });
        FileUses uses = FileUses.of(environment);
        for (int index = 0; index < files.size(); index++) {
            FileEntry file = files.get(index);
            FileRow row = rows.computeIfAbsent(
                    file.path(), path -> new FileRow(session, path, actions, new RelativeTime(clock)));
            row.show(file, Optional.ofNullable(stored.get(file.content())));
            row.show(uses.of(file.path().text()).stream()
                    .map(use -> new FileRow.Use(
                            FileUses.words(environment, use), links.apply(use.node()), use.byTemplate()))
                    .toList());
            if (getBody().indexOf(row) != index) {
                getBody().addComponentAtIndex(index, row);
            }
        }
    }

    void refreshTimes() {
        rows.values().forEach(row -> row.when().refresh());
    }
}

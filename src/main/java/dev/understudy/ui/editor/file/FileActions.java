package dev.understudy.ui.editor.file;

import dev.understudy.edit.Edit;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FileUses;
import dev.understudy.ui.kit.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Deletes and renames files. Only with the lock of the UI.
final class FileActions {

    private final EditorSession session;
    private final Actions actions;

    FileActions(EditorSession session, Actions actions) {
        this.session = session;
        this.actions = actions;
    }

    /// Says who misses it, and offers to take it back.
    void delete(AssetPath path) {
        find(path)
                .ifPresentOrElse(
                        file -> actions.remove(file.node()),
                        () -> Notices.failed("Somebody else deleted or renamed " + path + " before."));
    }

    void rename(AssetPath path) {
        int users = namers(path).size();
        String consequence = users == 0
                ? "Folders are part of the name: images/logo.png."
                : "Folders are part of the name. %s it, and will use the new name."
                        .formatted(users == 1 ? "One place names" : users + " places name");
        new RenameDialog(path, consequence, to -> rename(path, to)).open();
    }

    /// Those that name the file name it by its new path, in the same change.
    private Optional<String> rename(AssetPath from, AssetPath to) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        Optional<FileEntry> file = find(from);
        if (file.isEmpty()) {
            return Optional.of("Somebody deleted or renamed " + from + " before.");
        }
        if (find(to).isPresent()) {
            return Optional.of("There is a file " + to + " already. Choose another name.");
        }
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Set(file.get().node(), Schema.FILE_PATH.key(), to.text()));
        namers(from)
                .forEach(use -> edits.add(new Edit.Set(use.node(), use.field().key(), to.text())));
        session.submit(edits, answer -> answer.complaint().ifPresent(Notices::failed));
        return Optional.empty();
    }

    private Optional<FileEntry> find(AssetPath path) {
        return FileIndex.of(session.now().environment()).find(path.text());
    }

    private List<FileUses.Use> namers(AssetPath path) {
        return FileUses.of(session.now().environment()).of(path.text()).stream()
                .filter(use -> !use.byTemplate())
                .toList();
    }
}

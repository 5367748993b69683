package dev.understudy.ui.editor.file;

import dev.understudy.asset.AssetPath;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FileUses;
import dev.understudy.ui.kit.Confirm;
import dev.understudy.ui.kit.Notices;
import java.util.List;
import java.util.Optional;

/// Deletes and renames files, having said what that does to those who use them. Only with the lock of the UI.
final class FileActions {

    private final EditorSession session;

    FileActions(EditorSession session) {
        this.session = session;
    }

    void delete(AssetPath path) {
        Confirm.ask(
                "Delete " + path + "?",
                loss(path),
                "Delete file",
                () -> session.files()
                        .remove(path)
                        .ifPresentOrElse(Notices::failed, () -> Notices.done("Deleted " + path + ".")));
    }

    void rename(AssetPath path) {
        int users = namers(path).size();
        String consequence = users == 0
                ? "Folders are part of the name: images/logo.png."
                : "Folders are part of the name. %s it, and will use the new name."
                        .formatted(users == 1 ? "One place names" : users + " places name");
        new RenameDialog(path, consequence, to -> rename(path, to)).open();
    }

    /// Those that name the file name it by its new path afterwards.
    private Optional<String> rename(AssetPath from, AssetPath to) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        Optional<String> complaint = session.files().rename(from, to);
        if (complaint.isEmpty()) {
            List<Edit> edits = namers(from).stream()
                    .<Edit>map(use -> new Edit.Set(use.node(), use.field().key(), to.text()))
                    .toList();
            if (!edits.isEmpty()) {
                session.submit(edits, answer -> answer.complaint().ifPresent(Notices::failed));
            }
        }
        return complaint;
    }

    private List<FileUses.Use> namers(AssetPath path) {
        return uses(path).stream().filter(use -> !use.byTemplate()).toList();
    }

    private List<FileUses.Use> uses(AssetPath path) {
        return FileUses.of(session.now().environment()).of(path.text());
    }

    /// What is lost with a file, in words.
    private String loss(AssetPath path) {
        String gone = "It can't be brought back.";
        List<FileUses.Use> uses = uses(path);
        if (uses.isEmpty()) {
            return "Nothing uses it. " + gone;
        }
        Environment environment = session.now().environment();
        String first = FileUses.words(environment, uses.getFirst());
        String users = uses.size() == 1
                ? first + " uses it and has"
                : "%s and %d more use it and have".formatted(first, uses.size() - 1);
        return users + " nothing to send without it. " + gone;
    }
}

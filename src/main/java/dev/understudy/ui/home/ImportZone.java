package dev.understudy.ui.home;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.component.upload.UploadManager.FileRejectionReason;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.understudy.environment.Limits;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.FailureWords;
import dev.understudy.ui.kit.PageQueue;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/// Takes files, dropped or chosen, several at once: shows how far each one is, and then what came of it. A file is read
/// in the workshop, so it does not hold up this screen nor others; whoever closes the page gives its files up.
final class ImportZone extends Div {

    /// Twice what an environment may hold: a file is indented and escaped.
    static final int MAX_FILE_BYTES = Math.toIntExact(2 * Limits.MAX_ENVIRONMENT_BYTES);

    static final int MAX_FILES = 50;

    private final Imports imports;
    private final TeamAccess team;
    private final UploadManager manager;
    private final ImportResults results = new ImportResults();
    private final Div waiting = new Div();
    private final Div feedback = new Div(results, waiting);

    ImportZone(Imports imports, TeamAccess team) {
        this.imports = imports;
        this.team = team;
        addClassName("import-zone");
        manager = new UploadManager(this, this::receive);
        manager.setMaxFileSize(MAX_FILE_BYTES);
        manager.setMaxFiles(MAX_FILES);
        manager.setAcceptedFileExtensions(".json", ".yaml", ".yml", ".har");
        manager.addFileRejectedListener(
                file -> results.add(new Imports.Result.Refused(file.getFileName(), sentence(file.getReason()))));
        manager.addAllFinishedListener(finished -> manager.clearFileList());
        Div hint = new Div("Drop Mockoon, OpenAPI or HAR files here to import them");
        hint.addClassName("drop-hint");
        feedback.add(new UploadFileList(manager));
        add(new UploadDropZone(hint, manager));
    }

    /// A button that lets one choose files.
    Button button(String label) {
        return new UploadButton(label, manager);
    }

    /// What came of the files, and how far those are that are still on their way. For the top of the view, where it
    /// is seen however long the list below is.
    Div feedback() {
        return feedback;
    }

    private void receive(UploadEvent upload) throws IOException {
        byte[] content;
        try (InputStream in = upload.getInputStream()) {
            content = in.readNBytes(MAX_FILE_BYTES + 1);
        }
        take(upload.getUI(), upload.getFileName(), content);
    }

    /// Reads a file, while the thread that asks waits.
    void take(UI ui, String file, byte[] content) {
        ImportLine line = new ImportLine(file);
        Consumer<Runnable> screen = task -> PageQueue.post(ui, task);
        screen.accept(() -> waiting.add(line));
        Imports.Result result = result(file, content, ahead -> {
            screen.accept(() -> line.show(ahead));
            return !line.isGivenUp() && ui.isAttached();
        });
        screen.accept(() -> {
            waiting.remove(line);
            results.add(result);
        });
    }

    private Imports.Result result(String file, byte[] content, IntPredicate wanted) {
        if (content.length > MAX_FILE_BYTES) {
            return new Imports.Result.Refused(file, sentence(FileRejectionReason.FILE_TOO_LARGE));
        }
        try {
            return imports.run(team, file, content, wanted);
        } catch (RuntimeException failure) {
            return new Imports.Result.Refused(file, FailureWords.of(failure).orElseThrow(() -> failure));
        }
    }

    private static String sentence(FileRejectionReason reason) {
        return switch (reason) {
            case FILE_TOO_LARGE ->
                "It is larger than " + MAX_FILE_BYTES / (1024 * 1024) + " MB, which is the limit for a file.";
            case INCORRECT_FILE_TYPE ->
                "It is not a .json, .yaml or .har file, as Mockoon, OpenAPI and browsers have them.";
            case TOO_MANY_FILES -> "Only " + MAX_FILES + " files can be imported at once: try this one again.";
            case UNKNOWN -> "The browser could not send it. Try again.";
        };
    }
}

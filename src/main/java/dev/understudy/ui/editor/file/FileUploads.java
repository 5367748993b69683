package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.component.upload.UploadManager.FileRejectionReason;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.signals.Signal;
import dev.understudy.asset.Asset;
import dev.understudy.asset.Stored;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.Limits;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FileShelf;
import dev.understudy.ui.editor.session.Shelving;
import dev.understudy.ui.kit.ByteCount;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.FailureWords;
import dev.understudy.ui.kit.PageQueue;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.function.BiConsumer;

/// Takes files for the environment: shows how far each is, and what came of those that are not kept or whose name is
/// taken. A file is read and stored without the lock of the session, so it does not hold up the screen.
final class FileUploads extends Div {

    static final int MAX_AT_ONCE = 50;

    /// What may wait for answers: until then it is in memory.
    static final long MAX_WAITING_BYTES = 2L * Limits.MAX_FILE_BYTES;

    private final EditorSession session;
    private final FileShelf shelf;
    private final BiConsumer<Asset, Boolean> kept;
    private final UploadManager manager;
    private final FileNews news = new FileNews();
    private long waiting;

    /// @param kept is told of a file that is kept, and whether it took the place of another
    FileUploads(EditorSession session, int atOnce, BiConsumer<Asset, Boolean> kept) {
        this.session = session;
        this.shelf = session.shelf();
        this.kept = kept;
        addClassName("file-uploads");
        manager = new UploadManager(this, this::receive);
        manager.setMaxFileSize(Limits.MAX_FILE_BYTES);
        manager.setMaxFiles(atOnce);
        manager.addFileRejectedListener(file -> news.refused(file.getFileName(), sentence(file.getReason(), atOnce)));
        manager.addAllFinishedListener(finished -> manager.clearFileList());
        add(news, new UploadFileList(manager));
        Signal.effect(this, () -> manager.setEnabled(session.standing().get().mayEdit()));
    }

    /// A button that lets one choose files.
    Button button(String words) {
        return new UploadButton(words, manager);
    }

    /// A place that files can be dropped on.
    Component dropZone(Component content) {
        return new UploadDropZone(content, manager);
    }

    private void receive(UploadEvent upload) throws IOException {
        byte[] bytes;
        try (InputStream in = upload.getInputStream()) {
            bytes = in.readNBytes(Limits.MAX_FILE_BYTES + 1);
        }
        UI ui = upload.getUI();
        String name = name(upload.getFileName());
        Shelving outcome = keep(name, bytes);
        // If the tab was closed meanwhile: a file that was kept is in everybody's list all the same.
        PageQueue.post(ui, () -> show(name, bytes, outcome));
    }

    Shelving keep(String name, byte[] bytes) {
        try {
            return shelf.keep(name, bytes, false);
        } catch (RuntimeException failure) {
            return new Shelving.Refused(FailureWords.of(failure).orElseThrow(() -> failure));
        }
    }

    /// Without the folders that some browsers send, and with letters as keyboards type them: some systems take the dots
    /// off an umlaut.
    static String name(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    void show(String name, byte[] bytes, Shelving outcome) {
        switch (outcome) {
            case Shelving.Kept(Asset file, boolean replaced) -> kept.accept(file, replaced);
            case Shelving.Refused(String reason) -> news.refused(name, reason);
            case Shelving.Taken(Asset present) -> ask(present, bytes);
        }
    }

    private void ask(Asset present, byte[] bytes) {
        String path = present.path().text();
        if (waiting + bytes.length > MAX_WAITING_BYTES) {
            news.refused(path, "There is a file of that name. Answer the other questions first, then try it again.");
            return;
        }
        waiting += bytes.length;
        Button replace = new Button("Replace it");
        Button both = new Button("Keep both");
        String whose = present.stored()
                .map(Stored::byName)
                .filter(name -> !name.isEmpty())
                .map(name -> ", by " + name)
                .orElse("");
        FileNews.Question question = news.ask(
                path,
                " is here already (%s%s)."
                        .formatted(ByteCount.of(present.content().size()), whose),
                () -> waiting -= bytes.length,
                replace,
                both);
        replace.addClickListener(click -> again(question, path, bytes, true));
        both.addClickListener(click -> again(question, free(present.path()), bytes, false));
    }

    /// A path beside one that is taken.
    private String free(AssetPath taken) {
        FileIndex files = FileIndex.of(session.now().environment());
        int number = 2;
        while (files.find(taken.numbered(number).text()).isPresent()) {
            number++;
        }
        return taken.numbered(number).text();
    }

    private void again(FileNews.Question question, String path, byte[] bytes, boolean replace) {
        Errand.run(question.answers(), () -> shelf.keep(path, bytes, replace), outcome -> {
            question.away().run();
            show(path, bytes, outcome);
        });
    }

    private static String sentence(FileRejectionReason reason, int atOnce) {
        return switch (reason) {
            case FILE_TOO_LARGE ->
                "It is larger than " + ByteCount.of(Limits.MAX_FILE_BYTES) + ", which is the limit for a file.";
            case TOO_MANY_FILES ->
                atOnce == 1
                        ? "Choose one file only."
                        : "Only " + atOnce + " files can be uploaded at once: try this one again.";
            case INCORRECT_FILE_TYPE, UNKNOWN -> "The browser could not send it. Try again.";
        };
    }
}

package dev.understudy.ui.editor.recording;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.understudy.environment.Limits;
import dev.understudy.format.HarArchive;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.FailureWords;
import dev.understudy.ui.kit.PageQueue;
import java.io.IOException;
import java.io.InputStream;

/// Takes an HTTP archive, and shows what routes can be made of it. It is read without the lock of the session.
public final class HarDialog extends Dialog {

    static final int MAX_FILE_BYTES = Math.toIntExact(2 * Limits.MAX_ENVIRONMENT_BYTES);

    private final EditorSession session;
    private final UploadManager manager;
    private final Paragraph said = new Paragraph(
            "Browsers save one in the network panel of their developer tools. You will see what it would add, before it does.");

    private HarDialog(EditorSession session) {
        this.session = session;
        setHeaderTitle("Routes of an HTTP archive (HAR)");
        addClassName("har-dialog");
        manager = new UploadManager(this, this::receive);
        manager.setMaxFileSize(MAX_FILE_BYTES);
        manager.setMaxFiles(1);
        manager.setAcceptedFileExtensions(".har", ".json");
        manager.addFileRejectedListener(file -> say(
                switch (file.getReason()) {
                    case FILE_TOO_LARGE ->
                        "It is larger than " + MAX_FILE_BYTES / (1024 * 1024) + " MB, which is the limit for a file.";
                    case INCORRECT_FILE_TYPE -> "It is not a .har or .json file.";
                    case TOO_MANY_FILES -> "Choose one file only.";
                    case UNKNOWN -> "The browser could not send it. Try again.";
                }));
        manager.addAllFinishedListener(finished -> manager.clearFileList());
        said.getElement().setAttribute("aria-live", "polite");
        Div hint = new Div(said, new UploadButton("Choose a file", manager), new UploadFileList(manager));
        hint.addClassName("har-drop");
        add(new UploadDropZone(hint, manager));
        getFooter().add(new Button("Cancel", click -> close()));
    }

    public static void open(EditorSession session) {
        new HarDialog(session).open();
    }

    private void say(String sentence) {
        said.setText(sentence);
    }

    private void receive(UploadEvent upload) throws IOException {
        byte[] bytes;
        try (InputStream in = upload.getInputStream()) {
            bytes = in.readNBytes(MAX_FILE_BYTES + 1);
        }
        take(upload.getUI(), bytes);
    }

    void take(UI ui, byte[] bytes) {
        try {
            HarArchive.Reading reading = session.recordings().read(bytes);
            PageQueue.post(ui, () -> show(reading));
        } catch (RuntimeException failure) {
            String words = FailureWords.of(failure).orElseThrow(() -> failure);
            PageQueue.post(ui, () -> say(words));
        }
    }

    private void show(HarArchive.Reading reading) {
        switch (reading) {
            case HarArchive.Reading.Read(HarArchive archive) -> {
                close();
                ReviewDialog.ofArchive(session, archive);
            }
            case HarArchive.Reading.Refused(String place, String message) ->
                say(message + (place.isEmpty() ? "" : " (" + place + ")"));
        }
    }
}

package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.asset.Asset;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.Sign;
import java.util.List;
import java.util.Optional;

/// The path of a file: typed, since it may be a template, or chosen from the files of the environment.
public final class FileField extends Div implements Bound {

    private final EditorSession session;
    private final Field<String> field;
    private final LiveText path;
    private final Div line = new Div();
    private final TroubleNotes troubles;
    private final ValueSignal<Optional<NodeId>> node = new ValueSignal<>(Optional.empty());
    private Optional<NodeId> uploadedFor = Optional.empty();

    public FileField(EditorSession session, Field<String> field) {
        this.session = session;
        this.field = field;
        path = new LiveText(session, field);
        troubles = new TroubleNotes(session, problem -> problem.field().equals(field.key()));
        Button choose = new Button(Sign.ANGLE_DOWN.create());
        choose.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        choose.setAriaLabel("Choose a file");
        choose.setTooltipText("Choose a file");
        path.box().addClassName("mono");
        path.box().setSuffixComponent(choose);
        path.addClassName("grow");
        line.addClassName("line");
        line.add(path);
        addClassName("file-field");
        add(line, troubles, new FilePicker(session, choose, chosen -> set(node.peek(), chosen)));
        Signal.effect(this, () -> choose.setVisible(session.standing().get().mayEdit()));
    }

    /// With a button that uploads a file and chooses it.
    public FileField uploading() {
        FileUploads uploads = new FileUploads(session, 1, this::uploaded);
        Button upload = uploads.button("Upload…");
        // By the time the file is here, the form may show something else.
        upload.addClickListener(click -> uploadedFor = node.peek());
        line.add(upload);
        addComponentAtIndex(1, uploads);
        Signal.effect(this, () -> upload.setVisible(session.standing().get().mayEdit()));
        return this;
    }

    @Override
    public void bind(NodeId bound) {
        path.bind(bound);
        troubles.bind(bound);
        node.set(Optional.of(bound));
    }

    public TextField box() {
        return path.box();
    }

    private void uploaded(Asset file, boolean replaced) {
        Notices.done((replaced ? "Replaced " : "Uploaded ") + file.path() + ".");
        set(uploadedFor, file.path().text());
    }

    private void set(Optional<NodeId> of, String file) {
        of.ifPresent(id -> session.submit(
                List.of(new Edit.Set(id, field.key(), file)),
                answer -> answer.complaint().ifPresent(Notices::failed)));
    }
}

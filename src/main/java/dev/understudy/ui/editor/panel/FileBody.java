package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.file.FileField;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.ArrayList;
import java.util.List;

/// The file that is a body: its path among the files of the environment, and how it is sent.
final class FileBody extends Div implements Bound {

    private final Div flags = new Div();
    private final List<Bound> parts = new ArrayList<>();

    /// @param path the path of the file
    /// @param asBody whether it is the body itself; not: an attachment to be downloaded
    FileBody(EditorSession session, Field<String> path, Field<Boolean> asBody) {
        FileField file = new FileField(session, path).uploading();
        LiveFlag attachment = LiveFlag.not(session, asBody, "Send as attachment");
        Span hint = new Span("A file of this environment. Templates in the path choose one for each request.");
        file.box().setPlaceholder("menu.pdf or {{urlParam 'id'}}.json");
        hint.addClassNames("muted", "small");
        flags.addClassName("line");
        addClassName("body-pane");
        add(file, hint, flags);
        parts.add(file);
        add(attachment);
    }

    /// One more way to send it.
    void add(LiveFlag flag) {
        flags.add(flag);
        parts.add(flag);
    }

    @Override
    public void bind(NodeId node) {
        parts.forEach(part -> part.bind(node));
    }
}

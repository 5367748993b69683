package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.EditorSession;

/// A short text of a node in a text box, typed into by several people at once like a long one.
@Tag("understudy-text")
@JsModule("./live/understudy-text.ts")
public final class LiveText extends Component implements Bound {

    private final TextField box;
    private final TextChannel channel;

    public LiveText(EditorSession session, Field<String> field) {
        channel = new TextChannel(this, session, field, opened -> {});
        addClassName("live-field");
        box = ShortBox.of(field);
        getElement().appendChild(box.getElement());
        Outline.besidesCarets(session, this, channel.spot());
        channel.onComplaint(this::say);
        channel.onRecovered(
                lost -> say("Before the connection was lost you had typed “%s” here; somebody else changed it since."
                        .formatted(lost)));
        Lock.follow(this, box, session, channel.spot());
    }

    /// Shows the field of another node. What was typed for the one before is sent first.
    @Override
    public void bind(NodeId node) {
        if (channel.bind(node)) {
            say("");
        }
    }

    /// The Vaadin field, for its looks.
    public TextField box() {
        return box;
    }

    /// Without a label above it, as in a row: the words stand in it as long as it is empty.
    public LiveText hinting(String words) {
        ShortBox.hint(box, words);
        return this;
    }

    /// What the document has, as the box shows it to those who are not typing.
    public String shown() {
        return channel.text();
    }

    TextChannel channel() {
        return channel;
    }

    private void say(String sentence) {
        Complaint.show(box, sentence);
    }
}

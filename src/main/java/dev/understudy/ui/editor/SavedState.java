package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.understudy.ui.editor.session.Saving;

/// Whether the work is safe: saved up to which revision, being saved, or waiting for the connection. The browser knows
/// what of it has not arrived; this tells it the revision.
@Tag("understudy-saved")
@JsModule("./live/understudy-saved.ts")
final class SavedState extends Component {

    SavedState() {
        getElement().addEventListener("saved-ask", event -> getElement().callJsFunction("heard"));
    }

    /// What the server has taken over and not saved yet.
    void setSaving(Saving saving) {
        getElement().setProperty("taken", saving.waiting());
        getElement().setProperty("trouble", saving.trouble().orElse(""));
    }

    void setRevision(long revision) {
        getElement().callJsFunction("setRevision", revision);
    }
}

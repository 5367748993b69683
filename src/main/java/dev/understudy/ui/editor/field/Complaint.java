package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.shared.HasValidationProperties;

/// What is wrong with what stands in a box, in words below it.
final class Complaint {

    private Complaint() {}

    /// Nothing is sent as long as nothing is and was wrong.
    ///
    /// @param sentence empty if all is well
    static void show(HasValidationProperties box, String sentence) {
        if (sentence.isEmpty() && !box.isInvalid()) {
            return;
        }
        box.setErrorMessage(sentence);
        box.setInvalid(!sentence.isEmpty());
    }
}

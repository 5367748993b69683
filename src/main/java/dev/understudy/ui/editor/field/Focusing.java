package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;

/// Puts the caret where somebody is led to.
public final class Focusing {

    private static final String FIRST = """
            setTimeout(() => {
              const field = this.querySelector('.live-field:not([hidden] *) vaadin-text-field:not([readonly])');
              field?.focus();
              field?.inputElement?.select();
            })""";

    private static final String FIELD = """
            setTimeout(() => {
              const within = this.querySelector(`[data-node="${$0}"]:not([hidden] *)`) ?? this;
              const place = within.querySelector(`[data-field="${$1}"]:not([hidden] *)`) ?? within;
              place.scrollIntoView({ block: 'nearest' });
              (place.querySelector('vaadin-text-field, vaadin-select, vaadin-checkbox') ?? place.querySelector('.cm-content'))?.focus();
            }, 50)""";

    /// Another window does not count: whoever looks at something beside stays where they are.
    private static final String LEAVING = """
            this.addEventListener('focusout', () => setTimeout(() => {
              if (document.hasFocus() && !document.activeElement?.closest('[data-field]')) {
                this.dispatchEvent(new CustomEvent('field-left'));
              }
            }))""";

    private Focusing() {}

    /// Tells when somebody leaves a field and enters no other one.
    public static void onLeave(Component within, Runnable listener) {
        within.addAttachListener(attached -> within.getElement().executeJs(LEAVING));
        within.getElement().addEventListener("field-left", left -> listener.run());
    }

    /// The first text box that is shown, all of its text selected.
    public static void first(Component within) {
        within.getElement().executeJs(FIRST);
    }

    /// A field, by its key, in the row of a node if it has one.
    public static void field(Component within, String node, String field) {
        within.getElement().executeJs(FIELD, node, field);
    }
}

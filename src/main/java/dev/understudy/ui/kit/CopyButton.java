package dev.understudy.ui.kit;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/// Puts a text on the clipboard and says that it did. Works inside the browser's own click, as clipboards demand, with
/// a way round for pages that are not served over HTTPS, where browsers have no clipboard.
public final class CopyButton extends Button {

    private static final String COPY = """
            const button = this;
            button.__text = $0;
            if (!button.__copies) {
              button.__copies = true;
              button.addEventListener('click', async event => {
                event.stopPropagation();
                const text = button.__text.startsWith('./') ? new URL(button.__text, document.baseURI).href : button.__text;
                try {
                  await navigator.clipboard.writeText(text);
                } catch (refused) {
                  const area = document.createElement('textarea');
                  area.value = text;
                  area.style.position = 'fixed';
                  area.style.opacity = '0';
                  document.body.append(area);
                  area.select();
                  document.execCommand('copy');
                  area.remove();
                }
                const label = button.__label ?? (button.__label = button.textContent);
                button.setAttribute('data-copied', '');
                button.textContent = 'Copied';
                clearTimeout(button.__back);
                button.__back = setTimeout(() => {
                  button.removeAttribute('data-copied');
                  button.textContent = label;
                }, 1400);
              });
            }
            """;

    private String text = "";

    public CopyButton(String label) {
        super(label);
        addClassName("copy-button");
        addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        addAttachListener(attached -> send());
    }

    public CopyButton(String label, String text) {
        this(label);
        setCopied(text);
    }

    /// Says what to copy.
    ///
    /// @param content what a click copies from now on; where it begins with `./` it is an address in this
    ///     application, and is copied in full
    public void setCopied(String content) {
        if (content.equals(text)) {
            return;
        }
        text = content;
        if (isAttached()) {
            send();
        }
    }

    /// What a click copies.
    public String copied() {
        return text;
    }

    private void send() {
        copyOnClick(this, text);
    }

    /// Makes anything that can be clicked copy a text.
    public static void copyOnClick(HasElement clicked, String text) {
        clicked.getElement().executeJs(COPY, text);
    }
}

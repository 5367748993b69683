package dev.understudy.ui.editor;

import com.vaadin.flow.component.UI;
import dev.understudy.ui.kit.Notices;

/// Puts a text on the clipboard of the reader's browser, shortly after a click of theirs.
final class Clipboard {

    private static final String PUT = """
            return navigator.clipboard
              ? navigator.clipboard.writeText($0).then(() => true, () => false)
              : (() => {
                  const area = document.createElement('textarea');
                  area.value = $0;
                  area.style.position = 'fixed';
                  document.body.append(area);
                  area.select();
                  const done = document.execCommand('copy');
                  area.remove();
                  return done;
                })();
            """;

    private Clipboard() {}

    static void put(UI ui, String text) {
        ui.getPage().executeJs(PUT, text).then(Boolean.class, done -> {
            if (Boolean.TRUE.equals(done)) {
                Notices.done("Copied " + (text.length() > 80 ? text.substring(0, 80) + "…" : text));
            } else {
                Notices.failed("The browser does not let this page use the clipboard. Here it is: " + text);
            }
        });
    }
}

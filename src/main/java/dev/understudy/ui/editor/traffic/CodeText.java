package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Pre;

/// A text with its lines. What is JSON gets colours, which the browser paints without touching the text.
final class CodeText extends Pre {

    /// Ranges of texts that are gone are taken out, so that there never are more than the page shows.
    private static final String PAINT = """
            const text = this.firstChild;
            if (!window.CSS?.highlights || !text?.data || !/^\\s*[[{]/.test(text.data)) return;
            const kinds = ['key', 'text', 'word', 'number'];
            const paints = kinds.map((kind) => {
              const name = 'json-' + kind;
              if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
              const paint = CSS.highlights.get(name);
              for (const range of paint) if (!range.startContainer.isConnected) paint.delete(range);
              return paint;
            });
            const token = /("(?:\\\\.|[^"\\\\])*"(?=\\s*:))|("(?:\\\\.|[^"\\\\])*")|\\b(true|false|null)\\b|(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)/g;
            for (const found of text.data.matchAll(token)) {
              const range = new StaticRange({
                startContainer: text, startOffset: found.index,
                endContainer: text, endOffset: found.index + found[0].length,
              });
              paints[[1, 2, 3, 4].findIndex((group) => found[group] !== undefined)].add(range);
            }""";

    CodeText(String text) {
        super(text);
        addAttachListener(_ -> getElement().executeJs(PAINT));
    }
}

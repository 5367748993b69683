import { Decoration, type DecorationSet, type EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const mark = new MatchDecorator({
  regexp: /\{\{\{?[^{}]*\}?\}\}/g,
  decoration: Decoration.mark({ class: 'cm-template' })
});

/** Marks the `{{…}}` parts of a body. */
export const templates = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = mark.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = mark.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations }
);

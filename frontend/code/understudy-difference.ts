import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { languageOf } from './languages';
import { readingSetup } from './setup';

/** Two versions of a text, one in the other. Nothing can be typed into it. */
class UnderstudyDifference extends HTMLElement {
  private view: EditorView | undefined;

  async show(before: string, after: string, language: string): Promise<void> {
    const highlighting = await languageOf(language);
    this.view?.destroy();
    this.view = new EditorView({
      parent: this,
      state: EditorState.create({
        doc: after,
        extensions: [
          readingSetup(this.getAttribute('aria-label') ?? ''),
          highlighting,
          unifiedMergeView({
            original: before,
            mergeControls: false,
            gutter: true,
            collapseUnchanged: { margin: 2, minSize: 4 }
          })
        ]
      })
    });
  }
}

customElements.define('understudy-difference', UnderstudyDifference);

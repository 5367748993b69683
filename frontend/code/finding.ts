import { Compartment, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

const place = new Compartment();

/** Searching, and marking what is like the selection. Comes when somebody goes into a text. */
export function finding(): Extension {
  return place.of([
    EditorView.domEventHandlers({ focus: (_, view) => void bring(view) }),
    keymap.of([{ key: 'Mod-f', run: (view) => (void bring(view).then((search) => search?.openSearchPanel(view)), true) }])
  ]);
}

/** Nothing without a connection: then it is tried again. */
async function bring(view: EditorView): Promise<typeof import('@codemirror/search') | undefined> {
  try {
    const code = await import('@codemirror/search');
    const { highlightSelectionMatches, search, searchKeymap } = code;
    const all = [highlightSelectionMatches(), search({ top: true }), keymap.of(searchKeymap)];
    view.dispatch({ effects: place.reconfigure(all) });
    return code;
  } catch {
    return undefined;
  }
}

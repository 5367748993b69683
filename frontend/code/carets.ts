import { type Extension } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { type Caret, carets } from './caret-places';

/** The carets and selections of others, drawn into the text. */
export function caretsOfOthers(): Extension {
  return [carets, EditorView.decorations.compute([carets, 'doc'], (state) => drawn(state.field(carets), state.doc.length))];
}

function drawn(shown: Caret[], length: number): DecorationSet {
  const ranges = shown.flatMap((caret) => {
    const anchor = Math.min(caret.anchor, length);
    const head = Math.min(caret.head, length);
    const at = Decoration.widget({ widget: new CaretWidget(caret.name, caret.colour), side: 1 }).range(head);
    if (anchor === head) return [at];
    const selected = Decoration.mark({ class: `cm-other-selection us-person-${caret.colour}` });
    return [selected.range(Math.min(anchor, head), Math.max(anchor, head)), at];
  });
  return Decoration.set(ranges, true);
}

class CaretWidget extends WidgetType {
  constructor(private readonly name: string, private readonly colour: number) {
    super();
  }

  override eq(other: CaretWidget): boolean {
    return other.name === this.name && other.colour === this.colour;
  }

  toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = `cm-other-caret us-person-${this.colour}`;
    caret.setAttribute('aria-hidden', 'true');
    const label = document.createElement('b');
    label.textContent = this.name;
    caret.append('\u2060', label, '\u2060');
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

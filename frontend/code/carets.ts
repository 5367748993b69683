import { type ChangeDesc, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** Where somebody else is in this text. */
export interface Caret {
  client: string;
  name: string;
  colour: number;
  anchor: number;
  head: number;
}

/** Says where all the others are. */
export const showCarets = StateEffect.define<Caret[]>();

/** The carets and selections of others, moving along with the text. */
export const carets = StateField.define<Caret[]>({
  create: () => [],
  update(shown, transaction) {
    let now = transaction.docChanged ? shown.map((caret) => moved(caret, transaction.changes)) : shown;
    for (const effect of transaction.effects) {
      if (effect.is(showCarets)) now = effect.value;
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field, (shown) => (view) => drawn(shown, view.state.doc.length))
});

export function caretsOfOthers(): Extension {
  return carets;
}

function moved(caret: Caret, changes: ChangeDesc): Caret {
  const within = (at: number) => changes.mapPos(Math.min(at, changes.length), 1);
  return { ...caret, anchor: within(caret.anchor), head: within(caret.head) };
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

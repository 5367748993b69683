import { type ChangeDesc, StateEffect, StateField } from '@codemirror/state';

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
  }
});

function moved(caret: Caret, changes: ChangeDesc): Caret {
  const within = (at: number) => changes.mapPos(Math.min(at, changes.length), 1);
  return { ...caret, anchor: within(caret.anchor), head: within(caret.head) };
}

import { StateEffect, StateField, Transaction } from '@codemirror/state';

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
    let now = transaction.docChanged ? shown.map((caret) => moved(caret, transaction)) : shown;
    for (const effect of transaction.effects) {
      if (effect.is(showCarets)) now = effect.value;
    }
    return now;
  }
});

/** What is typed here stands behind a caret at the same place, as in its owner's editor. What comes from there is most
 * likely its owner's, whose caret it takes along. */
function moved(caret: Caret, transaction: Transaction): Caret {
  const { changes } = transaction;
  const side = transaction.annotation(Transaction.remote) ? 1 : -1;
  const within = (at: number) => changes.mapPos(Math.min(at, changes.length), side);
  return { ...caret, anchor: within(caret.anchor), head: within(caret.head) };
}

import { ChangeSet, type Text } from '@codemirror/state';
import type { Unconfirmed } from './conversation';
import { changeBetween, overlap, textOf } from './text';

/** What can be done with typed text when only the text it was typed into is known: a change to make, or the text that is left over. */
export interface Recovery {
  change: ChangeSet | null;
  lost: string | null;
}

/**
 * Puts what was typed on top of the room's text, unless both changed the same place.
 * @param merge whether it may be put there at all
 */
export function recovered(draft: Unconfirmed, room: Text, merge = true): Recovery {
  const before = textOf(draft.text);
  const pushed = draft.pushes.map((push) => push.changes);
  const typed = [...pushed, draft.rest].filter((changes) => changes !== null).map((changes) => ChangeSet.fromJSON(changes));
  const mine = typed.reduce((text, changes) => changes.apply(text), before);
  if (mine.eq(room)) return { change: null, lost: null };
  if (!merge) return { change: null, lost: mine.toString() };
  const ours = changeBetween(before, mine);
  const theirs = changeBetween(before, room);
  if (overlap(ours, theirs)) return { change: null, lost: mine.toString() };
  return { change: ours.map(theirs), lost: null };
}

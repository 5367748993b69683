import { ChangeSet, EditorState, Text } from '@codemirror/state';

/** The one line break of a document. A carriage return is an ordinary character, so that positions equal the server's. */
export const LINE_BREAK = '\n';

export function textOf(content: string): Text {
  return Text.of(content.split(LINE_BREAK));
}

/** What turns one text into the other: the one replacement that leaves as much as possible of both ends alone. */
export function changeBetween(before: Text, after: Text): ChangeSet {
  const old = before.sliceString(0, before.length, LINE_BREAK);
  const now = after.sliceString(0, after.length, LINE_BREAK);
  const limit = Math.min(old.length, now.length);
  let start = 0;
  while (start < limit && old.charCodeAt(start) === now.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(old.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < limit - start && old.charCodeAt(old.length - 1 - end) === now.charCodeAt(now.length - 1 - end)) end++;
  if (end > 0 && isLowSurrogate(old.charCodeAt(old.length - end))) end--;
  const insert = textOf(now.slice(start, now.length - end));
  return ChangeSet.of({ from: start, to: old.length - end, insert }, old.length, LINE_BREAK);
}

/**
 * What somebody did to a text in a box, of which only the outcome is known. Where several changes would do the same, as
 * in a run of equal letters, it is the one at the caret: nothing behind that was touched.
 */
export function typedChange(before: string, after: string, caret: number): { from: number; to: number; insert: string } {
  const limit = Math.min(before.length, after.length);
  const behind = Math.min(limit, after.length - caret);
  let end = 0;
  while (end < behind && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  if (end > 0 && isLowSurrogate(after.charCodeAt(after.length - end))) end--;
  let start = 0;
  while (start < limit - end && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(after.charCodeAt(start - 1))) start--;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** The parts of a text that the server would refuse: null characters and halves of surrogate pairs. */
export function storable(content: string): string {
  return content.replace(/\p{Surrogate}|\0/gu, '\uFFFD');
}

/** Whether two changes of the same text touch a common place, so that merging them would be a guess. */
export function overlap(one: ChangeSet, other: ChangeSet): boolean {
  let found = false;
  one.iterChangedRanges((from, to) => {
    if (other.touchesRange(from, to)) found = true;
  });
  return found;
}

export function lineSeparator() {
  return EditorState.lineSeparator.of(LINE_BREAK);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

import { EditorSelection, EditorState, type StateCommand, StateEffect, type Text, type Transaction } from '@codemirror/state';
import { carets } from '../code/caret-places';
import { Conversation, type Editor } from '../code/conversation';
import { lineSeparator, storable, typedChange } from '../code/text';
import type { Memory } from './memory';

/** What stands in a box, and where the caret is in it. */
export interface Content {
  value: string;
  anchor: number;
  head: number;
}

/** The box that somebody types into. It only says what stands in it, not what was done to it. */
export interface Box {
  get(): Content;
  set(content: Content): void;
}

/**
 * A short text in a box with one line, as an editor that can take part in a [[Conversation]]: what was typed is found
 * by comparing, what comes from others is written into the box with the caret carried along.
 *
 * Invariant: outside of [[Line.read]] the box shows the state's text; what an input method is putting together may stand
 * in it besides.
 */
export class Line implements Editor {
  private now: EditorState;
  private memory: Memory | undefined;

  constructor(text: Text, client: string, private readonly box: Box, private readonly redrawn: () => void) {
    const { anchor, head } = box.get();
    this.now = EditorState.create({
      doc: text,
      selection: EditorSelection.single(Math.min(anchor, text.length), Math.min(head, text.length)),
      extensions: [lineSeparator(), carets, Conversation.extension(client)]
    });
    this.write();
  }

  state(): EditorState {
    return this.now;
  }

  dispatch(transaction: Transaction): void {
    this.now = transaction.state;
    if (transaction.docChanged) this.write();
    this.redrawn();
  }

  /** What the box shows, with a sign of one character for each line break: it has room for one line only. */
  get shown(): string {
    return shownAs(this.now.doc.toString());
  }

  /** Takes in what was typed and where the caret went. @returns whether the text changed */
  read(): boolean {
    const { value, anchor, head } = this.box.get();
    const before = this.shown;
    const selection = EditorSelection.single(anchor, head);
    if (value === before) {
      if (!this.now.selection.eq(selection)) this.now = this.now.update({ selection }).state;
      return false;
    }
    const { from, to, insert } = typedChange(before, value, Math.max(anchor, head));
    const changes = { from, to, insert: storable(insert) };
    this.now = this.now.update({ changes, selection, userEvent: insert ? 'input.type' : 'delete' }).state;
    if (this.shown !== value) this.write();
    this.redrawn();
    return true;
  }

  /** From now on, what is typed can be taken back. */
  remember(memory: Memory): void {
    if (this.memory) return;
    this.memory = memory;
    this.now = this.now.update({ effects: StateEffect.appendConfig.of(memory.history()) }).state;
  }

  /** Takes back the last that was typed here; what others typed stays. @returns whether there was something */
  undo(): boolean {
    return this.run(this.memory?.undo);
  }

  redo(): boolean {
    return this.run(this.memory?.redo);
  }

  private run(command: StateCommand | undefined): boolean {
    return command !== undefined && command({ state: this.now, dispatch: (transaction) => this.dispatch(transaction) });
  }

  private write(): void {
    const { anchor, head } = this.now.selection.main;
    this.box.set({ value: this.shown, anchor, head });
  }
}

function shownAs(text: string): string {
  return text.replaceAll('\n', '↵').replaceAll('\r', '␍');
}

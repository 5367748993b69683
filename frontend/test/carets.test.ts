import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { carets, showCarets } from '../code/caret-places';

const TEXT = 'hello\nworld';
const END_OF_LINE = 5;

/** The text as one of two people has it open. */
class Page {
  state: EditorState;

  constructor(client: string, caret: number, ...extensions: Extension[]) {
    this.state = EditorState.create({
      doc: TEXT,
      selection: EditorSelection.cursor(caret),
      extensions: [collab({ clientID: client }), ...extensions]
    });
  }

  type(insert: string): void {
    this.state = this.state.update(this.state.replaceSelection(insert)).state;
  }

  /** The other hears of what was typed here, and it is confirmed. */
  tell(other: Page): void {
    expect(getSyncedVersion(other.state)).toBe(getSyncedVersion(this.state));
    const updates = sendableUpdates(this.state);
    for (const page of [this, other]) page.state = receiveUpdates(page.state, updates).state;
  }

  get caret(): number {
    return this.state.selection.main.head;
  }
}

describe('the carets of others', () => {
  function twoAtTheEndOfALine(): { ana: Page; ben: Page; shownToBen: () => number } {
    const ana = new Page('ana', END_OF_LINE);
    const ben = new Page('ben', END_OF_LINE, carets);
    const caret = { client: 'ana', name: 'Ana', colour: 1, anchor: END_OF_LINE, head: END_OF_LINE };
    ben.state = ben.state.update({ effects: showCarets.of([caret]) }).state;
    return { ana, ben, shownToBen: () => ben.state.field(carets)[0]!.head };
  }

  it('U186 stay where they are when somebody types at the very same place', () => {
    const { ana, ben, shownToBen } = twoAtTheEndOfALine();
    ben.type('!');
    expect(shownToBen()).toBe(END_OF_LINE);
    ben.tell(ana);
    expect(shownToBen()).toBe(ana.caret);
  });

  it('U186 go along with what their owner types', () => {
    const { ana, ben, shownToBen } = twoAtTheEndOfALine();
    ana.type(', all');
    ana.tell(ben);
    expect(shownToBen()).toBe(ana.caret);
    ben.type('!');
    ben.tell(ana);
    expect(shownToBen()).toBe(ana.caret);
  });
});

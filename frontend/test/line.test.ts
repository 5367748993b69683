import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { type Caret, carets, showCarets } from '../code/caret-places';
import { textOf, typedChange } from '../code/text';
import { LineBrowser } from './box';
import { Room } from './room';

function two(text: string): { room: Room; ana: LineBrowser; ben: LineBrowser } {
  const room = new Room(text);
  return { room, ana: new LineBrowser('ana', room), ben: new LineBrowser('ben', room) };
}

function settled(...people: LineBrowser[]): void {
  for (let round = 0; round < 4; round++) people.forEach((person) => person.settle());
}

describe('what was typed into a box', () => {
  it.each([
    ['orders', 'orders/', 7, { from: 6, to: 6, insert: '/' }],
    ['aaaa', 'aaaaa', 2, { from: 1, to: 1, insert: 'a' }],
    ['aaaa', 'aaa', 1, { from: 1, to: 2, insert: '' }],
    ['abcdef', 'abXdef', 3, { from: 2, to: 3, insert: 'X' }],
    ['', 'x', 1, { from: 0, to: 0, insert: 'x' }],
    ['x', '', 0, { from: 0, to: 1, insert: '' }],
    ['😀', '😁', 2, { from: 0, to: 2, insert: '😁' }],
    ['a😀', 'a😀😀', 3, { from: 1, to: 1, insert: '😀' }],
    ['one two', 'two one', 7, { from: 0, to: 7, insert: 'two one' }]
  ])('U95 is found by comparing, at the caret: %s to %s', (before, after, caret, change) => {
    expect(typedChange(before, after, caret)).toEqual(change);
    expect(ChangeSet.of(change, before.length).apply(textOf(before)).toString()).toBe(after);
  });
});

describe('a short text that several people type into', () => {
  it('U95 both typings stay, wherever they are', () => {
    const { room, ana, ben } = two('On its way');
    ana.type(0, 0, 'A');
    ben.type(10, 0, 'B');
    ana.type(1, 0, 'a');
    ben.type(11, 0, 'b');
    settled(ana, ben);
    expect([ana.box.value, ben.box.value, room.text.toString()]).toEqual(Array(3).fill('AaOn its wayBb'));
  });

  it('U95 also at the same place and over a selection', () => {
    const { room, ana, ben } = two('old');
    ana.type(0, 3, 'Ana');
    ben.type(0, 3, 'Ben');
    settled(ana, ben);
    expect(ana.box.value).toBe(ben.box.value);
    expect([...room.text.toString()].sort().join('')).toBe([...'AnaBen'].sort().join(''));
  });

  it('U72 what others type moves no caret and no selection', () => {
    const { ana, ben } = two('orders');
    ana.select(2, 4);
    ben.type(0, 0, 'v1/');
    settled(ben, ana);
    expect(ana.box.get()).toEqual({ value: 'v1/orders', anchor: 5, head: 7 });
  });

  it('U97 undo takes back own typing only, wherever it is by now', () => {
    const { room, ana, ben } = two('orders');
    ana.type(6, 0, '/:id');
    settled(ana, ben);
    ben.type(0, 0, 'v1/');
    settled(ben, ana);
    ana.undo();
    settled(ana, ben);
    expect(room.text.toString()).toBe('v1/orders');
    ana.redo();
    settled(ana, ben);
    expect(ben.box.value).toBe('v1/orders/:id');
  });

  it('U95 a line break that a file brought is shown as a sign and stays', () => {
    const { room, ana, ben } = two('one\ntwo\r');
    expect(ana.box.value).toBe('one↵two␍');
    ana.type(7, 0, '!');
    settled(ana, ben);
    expect(room.text.toString()).toBe('one\ntwo!\r');
  });

  it('U95 what can not be stored is replaced in the box, too', () => {
    const { room, ana, ben } = two('');
    ana.type(0, 0, 'a\0b');
    settled(ana, ben);
    expect([ana.box.value, room.text.toString()]).toEqual(['a\uFFFDb', 'a\uFFFDb']);
  });

  it('U96 the caret of somebody else moves along with the text', () => {
    const { ana } = two('orders');
    const ben: Caret = { client: 'ben', name: 'Ben', colour: 3, anchor: 6, head: 6 };
    ana.line.dispatch(ana.line.state().update({ effects: showCarets.of([ben]) }));
    ana.type(0, 0, 'v1/');
    expect(ana.line.state().field(carets)).toEqual([{ ...ben, anchor: 9, head: 9 }]);
  });

  it('U73 what the room can not take can be given up', () => {
    const { ana } = two('orders');
    ana.type(6, 0, '!');
    ana.conversation.reject(1);
    expect([ana.conversation.stuck, ana.conversation.room]).toEqual([true, 'orders']);
  });
});

import { describe, expect, it } from 'vitest';
import { Browser, Room } from './room';

function two(content: string, ours = false) {
  const room = new Room(content, ours);
  return { room, ana: new Browser('ana', room), ben: new Browser('ben', room) };
}

describe('a conversation about one text', () => {
  it('U62 what one types arrives at the other', () => {
    const { ana, ben } = two('{}');
    ana.type(1, 0, '"a": 1');
    ana.settle();
    ben.settle();
    expect(ben.text).toBe('{"a": 1}');
    expect(ana.conversation.clean).toBe(true);
  });

  it('U62 both type in different places at the same time and both texts stay', () => {
    const { ana, ben, room } = two('one two');
    ana.type(0, 0, 'A');
    ben.type(7, 0, 'B');
    ana.settle();
    ben.settle();
    ana.settle();
    expect(room.text.toString()).toBe('Aone twoB');
    expect([ana.text, ben.text]).toEqual(['Aone twoB', 'Aone twoB']);
  });

  it('U62 what is typed while a change is on its way goes out after it', () => {
    const { ana, room } = two('');
    ana.type(0, 0, 'a');
    ana.type(1, 0, 'b');
    ana.type(2, 0, 'c');
    ana.settle();
    expect(room.text.toString()).toBe('abc');
    expect(room.log).toHaveLength(2);
  });

  it('U63 a value set by the API keeps what is being typed elsewhere in the text', () => {
    const { ana, room } = two('first second');
    ana.type(12, 0, ' typed');
    room.set('FIRST second');
    ana.settle();
    expect(ana.text).toBe('FIRST second typed');
    expect(room.text.toString()).toBe(ana.text);
  });

  it('U64 three refusals in a row, then the room is asked to merge', () => {
    const { ana, room } = two('x');
    ana.type(1, 0, 'a');
    for (let n = 0; n < 3; n++) {
      room.set(`${n}${room.text}`);
      ana.send();
      ana.listen();
      ana.hear();
      ana.hear();
      ana.conversation.push();
    }
    room.set(`!${room.text}`);
    ana.settle();
    expect(room.text.toString()).toBe('!210xa');
    expect(ana.text).toBe('!210xa');
  });

  it.each([0, 1])('U65 leaving the field sends all, whether the change on its way is taken or not (%i)', (others) => {
    const { ana, room } = two('x');
    ana.type(1, 0, 'a');
    ana.type(2, 0, 'b');
    ana.conversation.flush();
    if (others > 0) room.set('!x');
    ana.send();
    ana.send();
    expect(room.text.toString()).toBe(others > 0 ? '!xab' : 'xab');
    ana.settle();
    expect(ana.text).toBe(room.text.toString());
    expect(ana.conversation.clean).toBe(true);
  });

  it('U65 leaving the field after news that make the change on its way stale sends all once', () => {
    const { ana, room } = two('x');
    ana.type(1, 0, 'a');
    room.set('!x');
    ana.listen();
    ana.hear();
    ana.conversation.flush();
    ana.settle();
    expect([ana.text, room.text.toString()]).toEqual(['!xa', '!xa']);
  });

  it('U62 whatever the room makes of a change, both texts are equal', () => {
    const { ana, room } = two('', true);
    ana.type(0, 0, 'a');
    room.set('R');
    ana.listen();
    ana.hear();
    ana.conversation.flush();
    room.set('RS');
    ana.settle();
    expect(ana.text).toBe(room.text.toString());
  });

  it.each([0, 1])('U66 what was typed when the page was lost is not lost, sent or not (%i arrived)', (arrived) => {
    const { ana, room } = two('x');
    ana.type(1, 0, 'a');
    ana.type(2, 0, 'b');
    room.set('!x');
    ana.reload(arrived);
    ana.settle();
    expect([ana.text, room.text.toString()]).toEqual(['!xab', '!xab']);
  });

  it('U67 a change that the room cannot take stays in the editor and goes out once it fits', () => {
    const { ana, room } = two('x');
    ana.type(1, 0, 'too long');
    ana.conversation.reject(1);
    ana.conversation.push();
    expect(ana.text).toBe('xtoo long');
    ana.conversation.retry();
    ana.reload(0);
    ana.settle();
    expect(room.text.toString()).toBe('xtoo long');
  });

  it('U122 news of another text are not taken in, and what was typed is still known', () => {
    const { ana, room } = two('', false);
    ana.type(0, 0, 'typed');
    const news = [{ revision: 9, client: 'ben', seq: 1, steps: [[24, [0, 'x']]] }];
    expect(() => ana.conversation.receive(news)).toThrow(RangeError);
    expect(ana.conversation.unsaved()?.rest ?? ana.conversation.unsaved()?.pushes).toBeTruthy();
    expect(ana.text).toBe('typed');
    expect(room.revision).toBe(1);
    expect(ana.conversation.revision).toBe(1);
  });

  it('U122 an answer to what is not known any more holds nothing up', () => {
    const { ana, room } = two('x');
    ana.conversation.reject(7);
    ana.type(1, 0, 'a');
    ana.settle();
    expect(room.text.toString()).toBe('xa');
  });

  it('U61 carriage returns are characters, so that positions are the server\'s', () => {
    const { ana, ben, room } = two('a\r\nb');
    ana.type(3, 0, '\r');
    ana.settle();
    ben.settle();
    expect(room.text.length).toBe(5);
    expect(ben.text).toBe('a\r\n\rb');
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carried, INTERVAL_MILLIS, LiveInput, PAUSE_MILLIS } from '../live/live-input';

function live(value = 'Found', patient = false) {
  let content = '';
  const sent: [string, number][] = [];
  const input = new LiveInput({ get: () => content, set: (text) => (content = text) }, (text, seq) => sent.push([text, seq]), () => patient);
  input.start(value, undefined);
  const type = (text: string) => {
    content = text;
    input.input();
  };
  return { input, sent, type, text: () => content };
}

describe('a short value that several people may change', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('U71 the first character is sent at once, what follows once in a while, and the last state always', () => {
    const { input, sent, type } = live();
    type('F');
    vi.advanceTimersByTime(0);
    expect(sent).toEqual([['F', 1]]);
    input.show('F', 1);
    for (const text of ['Fo', 'Fou', 'Foun']) {
      type(text);
      vi.advanceTimersByTime(INTERVAL_MILLIS / 2);
    }
    expect(sent).toEqual([['F', 1], ['Fou', 2]]);
    input.show('Fou', 2);
    vi.advanceTimersByTime(INTERVAL_MILLIS);
    expect(sent).toEqual([['F', 1], ['Fou', 2], ['Foun', 3]]);
  });

  it('U71 nothing more is sent while an answer is out, so that a slow line is not flooded', () => {
    const { input, sent, type } = live();
    type('a');
    vi.advanceTimersByTime(0);
    type('ab');
    vi.advanceTimersByTime(5000);
    expect(sent).toEqual([['a', 1]]);
    input.show('a', 1);
    vi.advanceTimersByTime(0);
    expect(sent).toEqual([['a', 1], ['ab', 2]]);
  });

  it('U71 a number is sent after a pause in typing, as a whole', () => {
    const { sent, type } = live('200', true);
    type('4');
    vi.advanceTimersByTime(PAUSE_MILLIS - 1);
    type('40');
    type('404');
    vi.advanceTimersByTime(PAUSE_MILLIS - 1);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual([['404', 1]]);
  });

  it('U71 leaving the field sends at once, and nothing when nothing was typed', () => {
    const { input, sent, type } = live();
    input.commit();
    type('x');
    input.commit();
    expect(sent).toEqual([['x', 1]]);
  });

  it('U72 what others set shows at once', () => {
    const { input, text } = live();
    input.show('Theirs', 0);
    expect(text()).toBe('Theirs');
  });

  it('U72 what others set never replaces what is being typed', () => {
    const { input, text, type } = live();
    type('Mine');
    input.show('Theirs', 0);
    expect(text()).toBe('Mine');
  });

  it('U72 nor what is sent and not answered; the answer says what holds', () => {
    const { input, text, type } = live();
    type('Mine');
    input.commit();
    input.show('Theirs', 0);
    expect(text()).toBe('Mine');
    input.show('Theirs, later', 1);
    expect(text()).toBe('Theirs, later');
  });

  it('U72 an answer that comes while typing goes on changes nothing in the box', () => {
    const { input, sent, text, type } = live();
    type('ab');
    input.commit();
    type('abc');
    input.show('ab', 1);
    expect(text()).toBe('abc');
    vi.advanceTimersByTime(PAUSE_MILLIS);
    expect(sent).toEqual([['ab', 1], ['abc', 2]]);
  });

  it('U73 what the server can not take stays in the box until it is changed', () => {
    const { input, text, type } = live('200');
    type('20000');
    input.commit();
    input.refuse(1);
    input.show('404', 1);
    expect(text()).toBe('20000');
    type('201');
    input.commit();
    input.show('201', 2);
    expect(text()).toBe('201');
  });

  it('U99 what was said of a value goes when the stored one stands there again', () => {
    let content = '';
    const said: string[] = [];
    const box = { get: () => content, set: (text: string) => (content = text) };
    const input = new LiveInput(box, () => {}, () => false, () => said.push('good'));
    input.start('200', undefined);
    for (const text of ['abc', '200']) {
      content = text;
      input.input();
      input.commit();
      if (text === 'abc') input.refuse(1);
    }
    expect(said).toEqual(['good']);
    input.input();
    input.commit();
    expect(said).toEqual(['good']);
  });

  it('U73 Escape gives up what is not saved and shows the value of the room', () => {
    const { input, text, type } = live();
    type('Mine');
    input.show('Theirs', 0);
    expect(input.revert()).toBe(true);
    expect(text()).toBe('Theirs');
    expect(input.revert()).toBe(false);
  });

  it('U72 nothing is sent or taken over while characters are being composed', () => {
    const { input, sent, text, type } = live();
    input.compose(true);
    type('に');
    input.show('Theirs', 0);
    vi.advanceTimersByTime(1000);
    expect([text(), sent.length]).toEqual(['に', 0]);
    input.compose(false);
    vi.advanceTimersByTime(PAUSE_MILLIS);
    expect(sent).toEqual([['に', 1]]);
  });

  it('U69 what a lost page had typed is sent again, unless others changed the value', () => {
    const { input, sent, text } = live();
    expect(input.start('Found', { over: ['Found'], value: 'Typed' })).toBe('started');
    expect([text(), sent]).toEqual(['Typed', [['Typed', 1]]]);
    expect(input.start('Theirs', { over: ['Found'], value: 'Typed' })).toBe('lost');
    expect(text()).toBe('Theirs');
  });

  it('U69 a part of the typing that had reached the server is no change of others', () => {
    const { input, type } = live('Found');
    type('T');
    input.commit();
    type('Ty');
    const { typed } = input;
    expect(input.start('T', typed)).toBe('started');
  });

  it('U72 the caret stays at its place in what did not change', () => {
    expect(carried(2, 'orders', 'orders/:id')).toBe(2);
    expect(carried(6, 'orders', 'v1/orders')).toBe(9);
    expect(carried(3, 'abcdef', 'ab')).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { Browser, Chance, Room } from './room';

const PIECES = ['a', 'b\n', '\r\n', '{"x": 1}', '😀', ' ', 'ÄÖ', '{{now}}', ''];

/** One random life of a room with some browsers; the seed is in the name of the test that fails. */
function live(seed: number, steps: number): void {
  const chance = new Chance(seed);
  const room = new Room('{\n  "id": 1\n}\n', chance.below(4) === 0);
  const browsers = ['ana', 'ben', 'cleo'].slice(0, 2 + chance.below(2)).map((name) => new Browser(name, room));
  for (let step = 0; step < steps; step++) {
    const browser = chance.pick(browsers);
    const action = chance.below(100);
    if (action < 35) browser.type(chance.below(40), chance.below(3) * chance.below(3), chance.pick(PIECES));
    else if (action < 55) browser.send();
    else if (action < 72) browser.listen();
    else if (action < 90) browser.hear();
    else if (action < 94) browser.conversation.flush();
    else if (action < 96) browser.reload(chance.below(3));
    else if (action < 97) room.set(`${chance.pick(PIECES)}${room.text}`);
    else browser.conversation.push();
  }
  for (let round = 0; round < 4; round++) browsers.forEach((browser) => browser.settle());
  for (const browser of browsers) {
    expect(browser.text, `${browser.name}, seed ${seed}`).toBe(room.text.toString());
    expect(browser.conversation.clean, `${browser.name} is clean, seed ${seed}`).toBe(true);
  }
}

/** Other seeds are other lives: change it to look for more. */
const FIRST_SEED = 1;

describe('conversations under random delays', () => {
  it(`U62 all texts end up equal, seeds ${FIRST_SEED} to ${FIRST_SEED + 199}`, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 200; seed++) live(seed, 300);
  });

  it(`U66 every character typed once is in the text once, whatever is lost on the line`, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 100; seed++) marks(seed);
  });
});

/** Everybody only inserts marks of their own; each must be there exactly once in the end. */
function marks(seed: number): void {
  const chance = new Chance(seed);
  const room = new Room('');
  const browsers = ['ana', 'ben'].map((name) => new Browser(name, room));
  const typed: string[] = [];
  for (let step = 0; step < 200; step++) {
    const browser = chance.pick(browsers);
    const action = chance.below(100);
    if (action < 30) {
      typed.push(String.fromCodePoint(0x4e00 + typed.length));
      browser.type(chance.below(60), 0, typed.at(-1)!);
    } else if (action < 50) browser.send();
    else if (action < 70) browser.listen();
    else if (action < 90) browser.hear();
    else if (action < 95) browser.conversation.flush();
    else browser.reload(chance.below(3));
  }
  for (let round = 0; round < 4; round++) browsers.forEach((browser) => browser.settle());
  expect([...room.text.toString()].sort().join(''), `seed ${seed}`).toBe([...typed].sort().join(''));
}

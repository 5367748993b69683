import { expect, it } from 'vitest';
import { postponed } from '../code/postponed';

class Text {
  said: string[] = [];

  say(word: string): void {
    this.said.push(word);
  }

  sign(): void {
    this.said.push('!');
  }
}

it('O57 what is said to a text whose editor is being loaded is said to it afterwards, in order', async () => {
  const text = new Text();
  let load = (): void => {};
  postponed(text, ['say', 'sign'], new Promise<void>((resolve) => (load = resolve)));
  text.say('one');
  text.sign();
  text.say('two');
  expect(text.said).toEqual([]);
  load();
  await Promise.resolve();
  expect(text.said).toEqual(['one', '!', 'two']);
  text.say('three');
  expect(text.said).toEqual(['one', '!', 'two', 'three']);
  expect(Object.keys(text)).toEqual(['said']);
});

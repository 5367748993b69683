import { describe, expect, it } from 'vitest';
import { recovered } from '../code/recovery';
import { changeBetween, textOf } from '../code/text';

function draft(before: string, typed: string) {
  const rest = changeBetween(textOf(before), textOf(typed)).toJSON();
  return { client: 'c', seq: 0, revision: 1, text: before, pushes: [], rest };
}

describe('typed text of a lost page', () => {
  it('U69 goes on top when nothing else changed', () => {
    const { change, lost } = recovered(draft('one', 'one two'), textOf('one'));
    expect(change!.apply(textOf('one')).toString()).toBe('one two');
    expect(lost).toBeNull();
  });

  it('U69 merges with what others changed elsewhere', () => {
    const { change } = recovered(draft('one two', 'one two three'), textOf('ONE two'));
    expect(change!.apply(textOf('ONE two')).toString()).toBe('ONE two three');
  });

  it('U69 is given back when others changed the same place', () => {
    expect(recovered(draft('one', 'one mine'), textOf('one theirs'))).toEqual({ change: null, lost: 'one mine' });
  });

  it('U69 is nothing when it had arrived', () => {
    expect(recovered(draft('one', 'two'), textOf('two'))).toEqual({ change: null, lost: null });
  });
});

import { describe, expect, it } from 'vitest';
import { formatJson } from '../code/json-format';

function formatted(text: string): string {
  const result = formatJson(text);
  if ('problem' in result) return result.problem;
  let done = text;
  for (const gap of [...result.gaps].reverse()) done = done.slice(0, gap.from) + gap.insert + done.slice(gap.to);
  return done;
}

describe('formatting JSON', () => {
  it('U68 gives every member a line of its own', () => {
    expect(formatted('{"a":1,"b":[1,{"c":null}],"d":{},"e":[]}')).toBe(
      '{\n  "a": 1,\n  "b": [\n    1,\n    {\n      "c": null\n    }\n  ],\n  "d": {},\n  "e": []\n}'
    );
  });

  it('U68 equals what JSON.stringify writes', () => {
    const value = { a: [1, 'x{}[],:"\\', { b: [[], {}, [0]] }], ü: -1.5e3, t: true };
    expect(formatted(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
  });

  it('U68 leaves templates as they stand', () => {
    const text = '{"id":{{urlParam \'id\'}},"n":"{{faker "a.b"}}","items":[\n{{#repeat 2}}\n{"p":{{float 2 6}}}\n{{/repeat}}\n]}';
    expect(formatted(text)).toBe(
      '{\n  "id": {{urlParam \'id\'}},\n  "n": "{{faker "a.b"}}",\n  "items": [\n    {{#repeat 2}}\n    {\n      "p": {{float 2 6}}\n    }\n    {{/repeat}}\n  ]\n}'
    );
  });

  it('U68 changes nothing but white space, and nothing the second time', () => {
    const once = formatted('[ 1 ,\n\n2,{{x}} {{y}}{{{z}}} ]\n\n');
    expect(once).toBe('[\n  1,\n  2,\n  {{x}} {{y}}{{{z}}}\n]\n');
    expect(formatted(once)).toBe(once);
  });

  it.each([
    ['{"a":1\n]', 'Line 2: “]” can’t close “{”.'],
    ['}', 'Line 1: “}” closes nothing.'],
    ['[1', 'Line 1: a “[” is never closed.'],
    ['["a\n"', 'Line 1: a text in quotes is not closed.'],
    ['["{{a"]', 'Line 1: “{{” is not closed.']
  ])('U68 says in words why %s can not be formatted', (text, problem) => {
    expect(formatted(text)).toBe(problem);
  });
});

/** A place where white space differs from the wanted one. */
export interface Gap {
  from: number;
  to: number;
  insert: string;
}

export type Formatted = { gaps: Gap[] } | { problem: string };

interface Token {
  from: number;
  to: number;
  kind: 'open' | 'close' | 'comma' | 'colon' | 'value' | 'template';
}

const INDENT = '  ';
const KINDS: Record<string, Token['kind']> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
  ',': 'comma',
  ':': 'colon'
};

class Misfit extends Error {
  constructor(text: string, at: number, what: string) {
    super(`Line ${text.slice(0, at).split('\n').length}: ${what}`);
  }
}

/**
 * The white space that lays out JSON with two spaces per level. Nothing but white space between the parts is touched,
 * so that the carets of others stay where they are, and `{{…}}` parts of a template are left as they stand.
 */
export function formatJson(text: string): Formatted {
  try {
    return { gaps: gaps(text, tokens(text)) };
  } catch (misfit) {
    if (misfit instanceof Misfit) return { problem: misfit.message };
    throw misfit;
  }
}

function gaps(text: string, found: Token[]): Gap[] {
  const wanted: Gap[] = [];
  const open: string[] = [];
  let at = 0;
  let before: Token | undefined;
  for (const token of found) {
    if (token.kind === 'close') close(text, token, open);
    const insert = space(text, before, token, text.slice(at, token.from), open.length);
    if (insert !== text.slice(at, token.from)) wanted.push({ from: at, to: token.from, insert });
    if (token.kind === 'open') open.push(text[token.from]!);
    at = token.to;
    before = token;
  }
  if (open.length > 0) throw new Misfit(text, text.length, `a “${open.at(-1)}” is never closed.`);
  const end = before ? trailing(text.slice(at)) : '';
  if (end !== text.slice(at)) wanted.push({ from: at, to: text.length, insert: end });
  return wanted;
}

function space(text: string, before: Token | undefined, token: Token, now: string, depth: number): string {
  if (!before) return '';
  const line = `\n${INDENT.repeat(depth)}`;
  if (before.kind === 'open') return token.kind === 'close' ? '' : line;
  if (token.kind === 'close') return line;
  if (token.kind === 'comma' || token.kind === 'colon') return '';
  if (before.kind === 'comma') return line;
  if (before.kind === 'colon') return ' ';
  return now.includes('\n') ? line : now === '' ? '' : ' ';
}

function trailing(now: string): string {
  return now.includes('\n') ? '\n' : '';
}

function close(text: string, token: Token, open: string[]): void {
  const bracket = text[token.from]!;
  const partner = open.pop();
  if (partner === undefined) throw new Misfit(text, token.from, `“${bracket}” closes nothing.`);
  if ((partner === '{') !== (bracket === '}')) throw new Misfit(text, token.from, `“${bracket}” can’t close “${partner}”.`);
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    const token = read(text, at);
    found.push(token);
    at = token.to;
  }
  return found;
}

function read(text: string, from: number): Token {
  if (text.startsWith('{{', from)) return { from, to: endOfTemplate(text, from), kind: 'template' };
  const char = text[from]!;
  const kind = KINDS[char];
  if (kind) return { from, to: from + 1, kind };
  if (char === '"') return { from, to: endOfString(text, from), kind: 'value' };
  let to = from + 1;
  while (to < text.length && !/[\s{}[\],:"]/.test(text[to]!)) to++;
  return { from, to, kind: 'value' };
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    if (text.startsWith('{{', at)) at = endOfTemplate(text, at);
    else if (text[at] === '\\') at += 2;
    else if (text[at] === '"') return at + 1;
    else if (text[at] === '\n') break;
    else at++;
  }
  throw new Misfit(text, from, 'a text in quotes is not closed.');
}

function endOfTemplate(text: string, from: number): number {
  const end = text.indexOf('}}', from);
  if (end < 0) throw new Misfit(text, from, '“{{” is not closed.');
  return text[end + 2] === '}' && text[from + 2] === '{' ? end + 3 : end + 2;
}

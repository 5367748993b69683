/** The box that somebody types into. */
export interface Box {
  get(): string;
  /** Shows a value; caret and selection stay at what they were at. */
  set(value: string): void;
}

/** What was typed and not confirmed when a page was lost, and the value it was typed over. */
export interface Typed {
  over: string;
  value: string;
}

/** Typing is sent after this pause. */
export const PAUSE_MILLIS = 150;

/**
 * One short value that several people may change. What the server shows is taken over only when nothing typed here is
 * still unsent or unanswered, so that nobody's typing is ever overwritten; the server answers every value with what
 * holds now.
 */
export class LiveInput {
  private shown = '';
  private latest = '';
  private seq = 0;
  private answered = 0;
  private dirty = false;
  private refused = false;
  private composing = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly box: Box,
    private readonly send: (value: string, seq: number) => void
  ) {}

  /** Whether something typed is not confirmed. */
  get waits(): boolean {
    return this.dirty || this.answered < this.seq;
  }

  /** What would be lost with the page. */
  get typed(): Typed | undefined {
    return this.waits || this.refused ? { over: this.shown, value: this.box.get() } : undefined;
  }

  /** Starts with a value, and with what an earlier page had typed over it. */
  start(value: string, typed: Typed | undefined): 'started' | 'lost' {
    this.shown = this.latest = value;
    this.dirty = this.refused = false;
    this.answered = this.seq;
    this.box.set(value);
    if (!typed || typed.value === value) return 'started';
    if (typed.over !== value) return 'lost';
    this.box.set(typed.value);
    this.dirty = true;
    this.commit();
    return 'started';
  }

  /** Somebody types here. */
  input(): void {
    this.dirty = true;
    this.refused = false;
    clearTimeout(this.timer);
    if (!this.composing) this.timer = setTimeout(() => this.commit(), PAUSE_MILLIS);
  }

  /** An input method puts characters together; until it is done nothing is sent or taken over. */
  compose(now: boolean): void {
    this.composing = now;
    if (now) clearTimeout(this.timer);
    else this.input();
  }

  /** Sends what was typed, now. */
  commit(): void {
    clearTimeout(this.timer);
    if (!this.dirty) return;
    this.dirty = false;
    if (this.box.get() === this.latest && !this.waits) return;
    this.send(this.box.get(), ++this.seq);
  }

  /** The value now, and the last typed one that it takes into account. */
  show(value: string, answers: number): void {
    this.latest = value;
    this.answered = Math.max(this.answered, answers);
    if (this.waits || this.composing || this.refused) return;
    this.take(value);
  }

  /** The server can't take what was typed: it stays in the box until it is changed or given up. */
  refuse(answers: number): void {
    this.answered = Math.max(this.answered, answers);
    this.refused = !this.waits;
  }

  /** Gives up what is not saved. */
  revert(): boolean {
    if (!this.dirty && !this.refused) return false;
    clearTimeout(this.timer);
    this.dirty = this.refused = false;
    this.take(this.latest);
    return true;
  }

  private take(value: string): void {
    this.shown = value;
    if (this.box.get() !== value) this.box.set(value);
  }
}

/** Where a position in a text is after the text was replaced by another: at the same place from the nearer unchanged end. */
export function carried(position: number, before: string, after: string): number {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  if (position <= start) return position;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return Math.max(start, Math.min(after.length, position >= before.length - end ? position + after.length - before.length : start));
}

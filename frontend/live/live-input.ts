/** The box that somebody types into. */
export interface Box {
  get(): string;
  /** Shows a value; caret and selection stay at what they were at. */
  set(value: string): void;
}

/** What was typed and not confirmed when a page was lost, and the values the room may have had then, as far as it was known here. */
export interface Typed {
  over: string[];
  value: string;
}

/** While somebody types, what stands there is sent at most once in this time; the first character goes at once. */
export const INTERVAL_MILLIS = 100;

/** What makes no sense half typed, like a number, is sent after this pause. */
export const PAUSE_MILLIS = 500;

/**
 * One value that is set as a whole and that several people may change. What the server shows is taken over only when nothing typed here is
 * still unsent or unanswered, so that nobody's typing is ever overwritten; the server answers every value with what
 * holds now.
 */
export class LiveInput {
  private latest = '';
  private seq = 0;
  private answered = 0;
  private sent: string[] = [];
  private dirty = false;
  private refused = false;
  private told = false;
  private composing = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastSent = -Infinity;

  constructor(
    private readonly box: Box,
    private readonly send: (value: string, seq: number) => void,
    private readonly patient: () => boolean = () => false,
    private readonly good: () => void = () => {}
  ) {}

  /** Whether something typed is not confirmed. */
  get waits(): boolean {
    return this.dirty || this.answered < this.seq;
  }

  /** What would be lost with the page. */
  get typed(): Typed | undefined {
    return this.waits || this.refused ? { over: [this.latest, ...this.sent], value: this.box.get() } : undefined;
  }

  /** Starts with a value, and with what an earlier page had typed over it. */
  start(value: string, typed: Typed | undefined): 'started' | 'lost' {
    this.latest = value;
    this.dirty = this.refused = this.told = false;
    this.answered = this.seq;
    this.sent = [];
    this.box.set(value);
    if (!typed || typed.value === value) return 'started';
    if (!typed.over.includes(value)) return 'lost';
    this.box.set(typed.value);
    this.dirty = true;
    this.commit();
    return 'started';
  }

  /** Somebody types here. */
  input(): void {
    this.dirty = true;
    this.refused = false;
    if (this.composing) return;
    if (this.patient()) clearTimeout(this.timer);
    else if (this.timer !== undefined) return;
    if (this.answered < this.seq && !this.patient()) return;
    const wait = this.patient() ? PAUSE_MILLIS : Math.max(0, this.lastSent + INTERVAL_MILLIS - performance.now());
    this.timer = setTimeout(() => this.commit(), wait);
  }

  /** An input method puts characters together; until it is done nothing is sent or taken over. */
  compose(now: boolean): void {
    this.composing = now;
    if (now) this.stop();
    else this.input();
  }

  /** Sends what was typed, now. */
  commit(): void {
    this.stop();
    if (!this.dirty) return;
    this.dirty = false;
    if (this.box.get() === this.latest && !this.waits) {
      // Nothing to send, but what was said of an earlier value is not true of this one.
      if (this.told) this.good();
      this.told = false;
      return;
    }
    this.told = false;
    this.lastSent = performance.now();
    const value = this.box.get();
    this.sent.push(value);
    this.send(value, ++this.seq);
  }

  /** The value now, and the last typed one that it takes into account. */
  show(value: string, answers: number): void {
    this.latest = value;
    this.hear(answers);
    if (this.waits || this.composing || this.refused) return;
    this.take(value);
  }

  /** The server can't take what was typed: it stays in the box until it is changed or given up. */
  refuse(answers: number): void {
    this.hear(answers);
    this.refused = !this.waits;
    this.told = true;
  }

  /** Gives up what is not saved. */
  revert(): boolean {
    if (!this.dirty && !this.refused) return false;
    this.stop();
    this.dirty = this.refused = this.told = false;
    this.take(this.latest);
    return true;
  }

  /** While an answer is out nothing more is sent by itself, so that a slow line is not flooded. */
  private hear(answers: number): void {
    if (answers <= this.answered) return;
    this.answered = answers;
    this.sent = this.sent.slice(this.sent.length - (this.seq - answers));
    if (this.dirty && this.timer === undefined) this.input();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private take(value: string): void {
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

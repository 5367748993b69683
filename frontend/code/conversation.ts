import { collab, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { ChangeSet, type EditorState, type Extension, type Text, type Transaction } from '@codemirror/state';
import { changeBetween } from './text';

/** A change of this text that the room has committed, whoever made it. */
export interface Committed {
  revision: number;
  client: string;
  seq: number;
  /** Change sets that follow each other. */
  steps: unknown[];
}

/**
 * A change on its way to the room. `insist` asks the room to merge it itself instead of refusing it when the text
 * has changed since `base`. `after` names the push before it, when that one's fate is not known yet: if it was
 * committed, `changes` follow it, otherwise `whole` holds both and is meant for `base`.
 */
export interface Push {
  seq: number;
  base: number;
  changes: unknown;
  insist: boolean;
  after?: { seq: number; whole: unknown };
}

/** What of a text the room has not confirmed yet: enough to go on with after the page was lost. */
export interface Unconfirmed {
  client: string;
  seq: number;
  revision: number;
  text: string;
  pushes: { seq: number; changes: unknown }[];
  rest: unknown;
}

/** The editor whose text is talked about. */
export interface Editor {
  state(): EditorState;
  dispatch(transaction: Transaction): void;
}

interface Sent {
  seq: number;
  base: number;
  updates: number;
  insist: boolean;
}

/** After so many refusals in a row the room is asked to merge, so that nobody is kept out by faster typists. */
const REFUSALS_BEFORE_INSISTING = 3;

/**
 * The browser's side of editing one text together. The room is the authority: what it commits is applied in its
 * order, own changes are sent one at a time and count only when they come back. Whatever the room makes of an own
 * change, the text here ends up equal to the room's.
 *
 * Invariant: the editor's text is `synced`, the room's text at `revision`, plus the unconfirmed changes.
 */
export class Conversation {
  private sent: Sent[] = [];
  private refusals = 0;
  private awaitsNews = false;
  private held = false;

  constructor(
    readonly client: string,
    private seq: number,
    public revision: number,
    private synced: Text,
    private readonly editor: Editor,
    private readonly send: (push: Push) => void
  ) {}

  /** What the editor's state needs for a conversation to know the unconfirmed changes. */
  static extension(client: string): Extension {
    return collab({ clientID: client, startVersion: 0 });
  }

  get clean(): boolean {
    return this.unconfirmed().length === 0;
  }

  /** Whether the room can't take what was typed, see [[Conversation.reject]]. */
  get stuck(): boolean {
    return this.held;
  }

  /** The number of the last change that was sent. */
  get lastSeq(): number {
    return this.seq;
  }

  /** The room's text at `revision`, without what is not confirmed. */
  get room(): string {
    return this.synced.toString();
  }

  /** Sends what was typed, unless something is on its way already. */
  push(): void {
    if (this.sent.length > 0 || this.clean || this.awaitsNews || this.held) return;
    this.transmit(this.unconfirmed(), this.refusals >= REFUSALS_BEFORE_INSISTING);
  }

  /** Sends all that was typed at once, because there may be no other occasion: the room merges it. */
  flush(): void {
    const inFlight = this.sent[0];
    if (this.clean || this.held || this.sent.length > 1 || inFlight?.insist) return;
    const all = this.unconfirmed();
    if (inFlight && inFlight.base === this.revision) {
      this.transmit(all.slice(inFlight.updates), true, { seq: inFlight.seq, whole: composed(all) });
    } else {
      // What is in flight was made for a text that has changed since: it will be refused, and all of it goes now.
      if (inFlight) inFlight.updates = 0;
      this.transmit(all, true);
    }
  }

  /**
   * Takes in what the room has committed, in its order; what is known already is skipped.
   * @throws RangeError if the room's text is another one than was told; nothing of that change is taken in
   */
  receive(news: Committed[]): void {
    for (const { revision, client, seq, steps } of news) {
      if (revision <= this.revision) continue;
      const changes = composed(steps.map((step) => ({ changes: ChangeSet.fromJSON(step) })));
      if (changes.length !== this.synced.length) throw new RangeError('The news are of another text.');
      this.revision = revision;
      this.awaitsNews = false;
      if (client === this.client && this.sent.some((sent) => sent.seq === seq)) {
        this.confirm(seq, changes.apply(this.synced));
      } else {
        this.synced = changes.apply(this.synced);
        this.apply(changes);
      }
    }
  }

  /** The room did not take a push because the text had changed: it goes out again on top of what changed. */
  refuse(seq: number): void {
    const refused = this.forget(seq);
    if (!refused) return;
    this.refusals++;
    this.awaitsNews = this.revision === refused.base;
  }

  /** The room found nothing to change in a push. */
  settle(seq: number): void {
    if (this.sent.some((sent) => sent.seq === seq)) this.confirm(seq, this.synced);
  }

  /** The room can't take a push at all; nothing more is sent until [[Conversation.retry]]. */
  reject(seq: number): void {
    if (this.forget(seq)) this.held = true;
  }

  retry(): void {
    this.held = false;
  }

  /** What to keep in case the page is lost; undefined if nothing would be. */
  unsaved(): Unconfirmed | undefined {
    const updates = [...this.unconfirmed()];
    if (updates.length === 0) return undefined;
    const pushes = this.sent.map((sent) => ({ seq: sent.seq, changes: json(updates.splice(0, sent.updates)) }));
    return {
      client: this.client,
      seq: this.seq,
      revision: this.revision,
      text: this.synced.toString(),
      pushes,
      rest: json(updates)
    };
  }

  /** Takes over what an earlier page had; its pushes may have been committed or not. Holds until [[Conversation.resume]]. */
  takeOver(draft: Unconfirmed): void {
    this.held = true;
    for (const push of draft.pushes) {
      const updates = this.type(push.changes);
      this.sent.push({ seq: push.seq, base: this.revision, updates, insist: true });
    }
    this.type(draft.rest);
  }

  /**
   * All news since the earlier page are in. What it had sent first and is not among them goes out again under its
   * old number, so that the room takes it once even if it is only now arriving.
   */
  resume(): void {
    this.held = false;
    const first = this.sent.find((sent) => sent.updates > 0);
    this.sent = [];
    if (first) {
      this.transmit(this.unconfirmed().slice(0, first.updates), true, undefined, first.seq);
    }
  }

  private confirm(seq: number, room: Text): void {
    // Pushes are taken in the order in which they are sent: an earlier one that did not come back was refused.
    while (this.sent[0]!.seq !== seq) this.forget(this.sent[0]!.seq);
    const own = this.unconfirmed().slice(0, this.sent.shift()!.updates);
    const mine = own.reduce((text, update) => update.changes.apply(text), this.synced);
    this.synced = room;
    this.refusals = 0;
    if (own.length > 0) this.editor.dispatch(receiveUpdates(this.editor.state(), own));
    if (!mine.eq(room)) this.apply(changeBetween(mine, room));
  }

  private apply(changes: ChangeSet): void {
    this.editor.dispatch(receiveUpdates(this.editor.state(), [{ changes, clientID: 'the room' }]));
  }

  /** Types what was typed earlier. */
  type(changes: unknown): number {
    if (changes === null) return 0;
    const before = this.unconfirmed().length;
    this.editor.dispatch(this.editor.state().update({ changes: ChangeSet.fromJSON(changes) }));
    return this.unconfirmed().length - before;
  }

  private transmit(
    updates: readonly { changes: ChangeSet }[],
    insist: boolean,
    after?: { seq: number; whole: ChangeSet },
    seq = ++this.seq
  ): void {
    const length = after ? after.whole.newLength : this.editor.state().doc.length;
    const changes = updates.length > 0 ? composed(updates) : ChangeSet.empty(length);
    const base = this.revision;
    this.sent.push({ seq, base, updates: updates.length, insist });
    const push: Push = { seq, base, changes: changes.toJSON(), insist };
    this.send(after ? { ...push, after: { seq: after.seq, whole: after.whole.toJSON() } } : push);
  }

  private forget(seq: number): Sent | undefined {
    const index = this.sent.findIndex((sent) => sent.seq === seq);
    if (index < 0) return undefined;
    const [forgotten] = this.sent.splice(index, 1);
    const next = this.sent[index];
    if (next) next.updates += forgotten!.updates;
    return forgotten;
  }

  private unconfirmed() {
    return sendableUpdates(this.editor.state());
  }
}

function json(updates: readonly { changes: ChangeSet }[]): unknown {
  return updates.length > 0 ? composed(updates).toJSON() : null;
}

function composed(updates: readonly { changes: ChangeSet }[]): ChangeSet {
  return updates.map((update) => update.changes).reduce((all, next) => all.compose(next));
}

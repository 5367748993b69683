import { ChangeSet, EditorState, Text, type Transaction } from '@codemirror/state';
import { type Committed, Conversation, type Editor, type Push, type Unconfirmed } from '../code/conversation';
import { changeBetween, lineSeparator, textOf } from '../code/text';

/** A random source that can be started again from its seed. */
export class Chance {
  constructor(private state: number) {}

  below(bound: number): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(this.state ^ (this.state >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % bound;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
}

/** The server's side, as small as can be: puts changes in order and merges when asked to. */
export class Room {
  text: Text;
  revision = 1;
  readonly log: Committed[] = [];

  /** @param ours whether a pushed insertion comes before a committed one at the same place, unlike in the browser */
  constructor(content: string, private readonly ours = false) {
    this.text = textOf(content);
  }

  take(client: string, push: Push): { kind: 'committed' | 'refused' | 'nothing'; seq: number } {
    const { seq } = push;
    const reply = (kind: 'committed' | 'refused' | 'nothing') => ({ kind, seq });
    if (this.find(client, seq)) return reply('committed');
    let base = push.base;
    let changes = ChangeSet.fromJSON(push.changes);
    if (push.after) {
      const before = this.find(client, push.after.seq);
      if (before) base = before.revision;
      else changes = ChangeSet.fromJSON(push.after.whole);
    }
    const since = this.log.filter((committed) => committed.revision > base);
    if (since.length > 0 && !push.insist) return reply('refused');
    for (const committed of since) changes = changes.map(ChangeSet.fromJSON(committed.steps[0]), this.ours);
    if (changes.empty) return reply('nothing');
    this.commit(client, seq, changes);
    return reply('committed');
  }

  /** Somebody gives the field a value by the API. */
  set(content: string): void {
    const changes = changeBetween(this.text, textOf(content));
    if (!changes.empty) this.commit('api', this.revision, changes);
  }

  private commit(client: string, seq: number, changes: ChangeSet): void {
    this.text = changes.apply(this.text);
    this.revision += 1 + (this.revision % 2);
    this.log.push({ revision: this.revision, client, seq, steps: [changes.toJSON()] });
  }

  private find(client: string, seq: number): Committed | undefined {
    return this.log.find((committed) => committed.client === client && committed.seq === seq);
  }
}

/** A browser with a slow line to the room: what is sent and what comes back waits until the test lets it through. */
export abstract class SlowLine {
  conversation!: Conversation;
  private toRoom: Push[] = [];
  private fromRoom: (() => void)[] = [];
  private heard: number;

  constructor(readonly name: string, private readonly room: Room) {
    this.heard = room.log.length;
  }

  abstract get text(): string;

  /** Shows a text in an editor. */
  protected abstract show(client: string, text: Text): Editor;

  protected start(): void {
    this.open(this.name, 0, this.room.revision, this.room.text);
  }

  /** One message reaches the room. */
  send(): void {
    const push = this.toRoom.shift();
    if (!push) return;
    const { kind, seq } = this.room.take(this.conversation.client, push);
    if (kind === 'refused') this.reply(() => this.conversation.refuse(seq));
    if (kind === 'nothing') this.reply(() => this.conversation.settle(seq));
  }

  /** What the room has committed is put on the line to this browser. */
  listen(): void {
    const news = this.room.log.slice(this.heard);
    this.heard = this.room.log.length;
    if (news.length > 0) this.reply(() => this.conversation.receive(news));
  }

  /** One message reaches the browser. */
  hear(): void {
    this.fromRoom.shift()?.();
  }

  /** The page goes away and comes back; what was on the line is lost from some point on. */
  reload(arrived: number): void {
    const draft = this.conversation.unsaved();
    for (let n = 0; n < arrived; n++) this.send();
    this.toRoom = [];
    this.fromRoom = [];
    this.heard = this.room.log.length;
    if (draft) this.goOn(draft);
    else this.open(`${this.name}${this.room.revision}`, 0, this.room.revision, this.room.text);
  }

  settle(): void {
    for (let n = 0; n < 1000; n++) {
      this.listen();
      while (this.fromRoom.length > 0) this.hear();
      this.conversation.push();
      if (this.toRoom.length === 0) return;
      while (this.toRoom.length > 0) this.send();
    }
    throw new Error(`${this.name} never comes to rest`);
  }

  private goOn(draft: Unconfirmed): void {
    this.open(draft.client, draft.seq, draft.revision, textOf(draft.text));
    this.conversation.takeOver(draft);
    this.conversation.receive(this.room.log.filter((committed) => committed.revision > draft.revision));
    this.conversation.resume();
  }

  private open(client: string, seq: number, revision: number, text: Text): void {
    const editor = this.show(client, text);
    this.conversation = new Conversation(client, seq, revision, text, editor, (push) => this.toRoom.push(push));
  }

  private reply(message: () => void): void {
    this.fromRoom.push(message);
  }
}

/** A browser with an editor that says what is done to its text. */
export class Browser extends SlowLine {
  state!: EditorState;

  constructor(name: string, room: Room) {
    super(name, room);
    this.start();
  }

  get text(): string {
    return this.state.doc.toString();
  }

  type(at: number, remove: number, insert: string): void {
    const from = Math.min(at, this.state.doc.length);
    const to = Math.min(from + remove, this.state.doc.length);
    this.state = this.state.update({ changes: { from, to, insert } }).state;
    this.conversation.push();
  }

  protected show(client: string, text: Text): Editor {
    this.state = EditorState.create({ doc: text, extensions: [Conversation.extension(client), lineSeparator()] });
    return { state: () => this.state, dispatch: (transaction: Transaction) => (this.state = transaction.state) };
  }
}

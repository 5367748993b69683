import * as commands from '@codemirror/commands';
import type { Text } from '@codemirror/state';
import type { Editor } from '../code/conversation';
import { type Box as TextBox, type Content, Line } from '../live/line';
import { type Room, SlowLine } from './room';

/** A box as browsers have it: it only knows what stands in it and where the caret is. */
export class Box implements TextBox {
  value = '';
  anchor = 0;
  head = 0;

  get(): Content {
    return { value: this.value, anchor: this.anchor, head: this.head };
  }

  set({ value, anchor, head }: Content): void {
    Object.assign(this, { value, anchor, head });
  }

  /** Somebody types over a part. */
  replace(from: number, to: number, typed: string): void {
    this.value = this.value.slice(0, from) + typed + this.value.slice(to);
    this.anchor = this.head = from + typed.length;
  }
}

/** A browser with a box that shows a text of the room. */
export class LineBrowser extends SlowLine {
  readonly box = new Box();
  line!: Line;

  constructor(name: string, room: Room) {
    super(name, room);
    this.start();
  }

  get text(): string {
    return this.line.state().doc.toString();
  }

  type(at: number, remove: number, insert: string): void {
    let from = Math.min(at, this.box.value.length);
    let to = Math.min(from + remove, this.box.value.length);
    if (isLow(this.box.value, from)) from--;
    if (isLow(this.box.value, to)) to++;
    this.box.replace(from, to, insert);
    this.line.read();
    this.conversation.push();
  }

  select(anchor: number, head: number): void {
    Object.assign(this.box, { anchor, head });
    this.line.read();
  }

  undo(): void {
    if (this.line.undo()) this.conversation.push();
  }

  redo(): void {
    if (this.line.redo()) this.conversation.push();
  }

  /** Whether the box shows the text and has its caret inside. */
  check(): void {
    const { value, anchor, head } = this.box;
    if (value !== this.line.shown) throw new Error(`${this.name}'s box shows ${value}, not ${this.line.shown}`);
    if (Math.max(anchor, head) > value.length) throw new Error(`${this.name}'s caret is outside`);
  }

  protected show(client: string, text: Text): Editor {
    this.line = new Line(text, client, this.box, () => {});
    this.line.remember(commands);
    return this.line;
  }
}

function isLow(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

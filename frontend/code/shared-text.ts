import { type Text } from '@codemirror/state';
import { pending } from '../live/pending';
import { type Caret } from './caret-places';
import { type Committed, Conversation, type Editor, type Unconfirmed } from './conversation';
import { Drafts } from './drafts';
import { recovered } from './recovery';
import { textOf } from './text';

/** A text as the server opens it. The key names environment, node and field. */
export interface Opened {
  key: string;
  revision: number;
  text: string;
  readonly: boolean;
}

/** What an element tells the server of its text. */
type Told = 'push' | 'resume' | 'caret' | 'focus' | 'recovered' | 'unsaved' | 'astray' | 'reverted';

/** At most one push in this time, so that fast typing makes few changes. */
const PUSH_INTERVAL_MILLIS = 100;
const CARET_INTERVAL_MILLIS = 100;
/** Typing moves carets, everywhere alike; where one has got to is told again in the next pause. */
const CARET_PAUSE_MILLIS = 400;
const DRAFT_INTERVAL_MILLIS = 300;

/**
 * A text that several people edit at once, long or short: what is the same for both. The server calls `open`, `receive`
 * and the answers to pushes; this element answers with the event `text-told`, which says what [[Told]] it is of. Who
 * extends it shows the text and says what happens to it.
 */
export abstract class SharedText<O extends Opened> extends HTMLElement {
  protected opened: O | undefined;
  protected conversation: Conversation | undefined;
  private readonly drafts = new Drafts<Unconfirmed>('understudy:text:');
  private resuming = false;
  private astray = false;
  private news: Committed[] = [];
  private lastPush = 0;
  private pushTimer: number | undefined;
  private caretTimer: number | undefined;
  private lateCaretTimer: number | undefined;
  private draftTimer: number | undefined;
  private readonly leave = () => this.keepDraft();

  /** Shows a text in an editor of its own, which has [[Conversation.extension]] for this client. */
  protected abstract show(opened: O, text: Text, client: string): Editor;

  /** Takes the editor away. */
  protected abstract hide(): void;

  /** Shows where others are. */
  abstract carets(shown: Caret[]): void;

  /** Whether an input method puts characters together at this moment. */
  protected abstract get composing(): boolean;

  /** Where the reader's caret is; nowhere if it is elsewhere. */
  protected abstract get selection(): { anchor: number; head: number } | undefined;

  connectedCallback(): void {
    window.addEventListener('pagehide', this.leave);
  }

  disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.leave);
    this.close();
  }

  open(opened: O): void {
    this.close();
    const draft = opened.readonly ? undefined : this.drafts.find(opened.key);
    const resumes = draft !== undefined && draft.revision <= opened.revision;
    this.begin(opened, resumes ? draft : undefined);
    this.resuming = resumes;
    if (resumes) {
      this.conversation!.takeOver(draft);
      this.tell('resume', { key: opened.key, revision: draft.revision });
    } else if (draft) {
      this.drafts.keep(opened.key, undefined);
    }
    this.changed();
  }

  /** Takes in what the room has committed for this text. */
  receive(key: string, news: Committed[]): void {
    if (key !== this.opened?.key || this.resuming || this.astray) return;
    this.news.push(...news);
    if (!this.composing) this.takeIn();
  }

  /** An input method that puts characters together must not be disturbed: the news wait until it is done. */
  protected takeIn(): void {
    this.hear((conversation) => {
      conversation.receive(this.news.splice(0));
      this.schedulePush();
    });
  }

  /** Takes in all that was committed since an earlier page, and goes on from there. */
  since(key: string, news: Committed[]): void {
    if (key !== this.opened?.key || !this.resuming) return;
    this.resuming = false;
    this.hear((conversation) => {
      conversation.receive(news);
      conversation.resume();
      this.schedulePush();
    });
  }

  /** Nobody knows any more what was committed since an earlier page: what it had is merged if that is safe. */
  restart(key: string, revision: number, text: string): void {
    if (key !== this.opened?.key || !this.resuming) return;
    this.startOver({ ...this.opened, revision, text }, true, 'recovered');
  }

  /**
   * What stands here is not what the room has: it starts anew. What was typed and is not saved is put on top if that is
   * safe and wanted, else it is given back.
   */
  resync(opened: O, merge: boolean): void {
    if (opened.key !== this.opened?.key) return;
    const { clean, room } = this.conversation!;
    const same = clean && room === opened.text && !this.resuming && !this.astray && this.news.length === 0;
    if (same) this.conversation!.revision = Math.max(this.conversation!.revision, opened.revision);
    else this.startOver(opened, merge, 'unsaved');
  }

  /** The room refused a push because the text had changed. */
  refuse(key: string, seq: number): void {
    if (key !== this.opened?.key) return;
    this.conversation!.refuse(seq);
    this.conversation!.push();
    this.changed();
  }

  /** The room found nothing to change in a push. */
  settle(key: string, seq: number): void {
    if (key !== this.opened?.key) return;
    this.hear((conversation) => {
      conversation.settle(seq);
      this.schedulePush();
    });
  }

  /** The room can't take a push; the server says why beside the field. */
  reject(key: string, seq: number): void {
    if (key !== this.opened?.key) return;
    this.conversation!.reject(seq);
    this.changed();
  }

  /** Somebody typed here. */
  protected typed(): void {
    if (!this.conversation) return;
    this.conversation.retry();
    this.schedulePush();
    this.changed();
  }

  /** Sends all that was typed, now. */
  protected flush(): void {
    this.conversation?.flush();
  }

  /** Gives up what the room can't take. */
  protected giveUp(): void {
    if (!this.conversation?.stuck) return;
    this.anew({ ...this.opened!, revision: this.conversation.revision, text: this.conversation.room });
    this.changed();
    this.tell('reverted', {});
  }

  /** The reader's caret went elsewhere in the text. */
  protected caretMoved(): void {
    this.caretTimer ??= window.setTimeout(() => this.tellCaret(), CARET_INTERVAL_MILLIS);
  }

  /** The text changed under the reader's caret. */
  protected caretCarried(): void {
    window.clearTimeout(this.lateCaretTimer);
    this.lateCaretTimer = window.setTimeout(() => this.tellCaret(), CARET_PAUSE_MILLIS);
  }

  protected tell(type: Told, detail: object): void {
    this.dispatchEvent(new CustomEvent('text-told', { detail: { type, ...detail } }));
  }

  /** @param seq the last number that was given to a change of this text: answers to it must not be taken for others' */
  private begin(opened: O, draft: Unconfirmed | undefined, seq = 0): void {
    const text = textOf(draft?.text ?? opened.text);
    const client = draft?.client ?? newClient();
    const editor = this.show(opened, text, client);
    this.opened = opened;
    this.conversation = new Conversation(
      client,
      draft?.seq ?? seq,
      draft?.revision ?? opened.revision,
      text,
      editor,
      (push) => {
        this.lastPush = performance.now();
        this.tell('push', { key: opened.key, client, push });
      }
    );
  }

  private startOver(opened: O, merge: boolean, event: 'recovered' | 'unsaved'): void {
    const draft = this.conversation!.unsaved();
    this.anew(opened);
    const { change, lost } = draft ? recovered(draft, textOf(opened.text), merge) : { change: null, lost: null };
    if (change) this.conversation!.type(change.toJSON());
    if (lost !== null) this.tell(event, { text: lost });
    this.schedulePush();
    this.changed();
  }

  private anew(opened: O): void {
    const seq = this.conversation?.lastSeq;
    this.drafts.keep(opened.key, undefined);
    this.discard();
    this.begin(opened, undefined, seq);
  }

  /** Takes in what the server says. What can't be right of the text that stands here asks for the room's. */
  private hear(take: (conversation: Conversation) => void): void {
    if (!this.conversation || this.astray) return;
    try {
      take(this.conversation);
    } catch (surprise) {
      console.warn('A text is out of step with the room and starts anew.', surprise);
      this.astray = true;
      this.news = [];
      this.tell('astray', { key: this.opened!.key });
    }
    this.changed();
  }

  private close(): void {
    this.flush();
    this.keepDraft();
    this.discard();
    pending.report(this, 0);
    this.opened = undefined;
  }

  private discard(): void {
    window.clearTimeout(this.pushTimer);
    window.clearTimeout(this.caretTimer);
    window.clearTimeout(this.lateCaretTimer);
    window.clearTimeout(this.draftTimer);
    this.pushTimer = this.caretTimer = this.draftTimer = undefined;
    this.news = [];
    this.resuming = this.astray = false;
    this.hide();
    this.conversation = undefined;
  }

  private schedulePush(): void {
    if (this.pushTimer !== undefined) return;
    const wait = this.lastPush + PUSH_INTERVAL_MILLIS - performance.now();
    this.pushTimer = window.setTimeout(() => {
      this.pushTimer = undefined;
      this.conversation?.push();
    }, Math.max(0, wait));
  }

  private tellCaret(): void {
    this.caretTimer = undefined;
    const { selection, opened } = this;
    // The others have no such place yet: what they are told then carries the caret along.
    if (this.conversation && !this.conversation.clean) {
      this.caretCarried();
      return;
    }
    // A selection of CodeMirror has both as getters only, which a spread would leave out.
    if (selection && opened) this.tell('caret', { key: opened.key, anchor: selection.anchor, head: selection.head });
  }

  private changed(): void {
    const clean = this.conversation?.clean ?? true;
    pending.report(this, clean ? 0 : 1, !this.resuming && this.conversation?.stuck);
    if (clean) this.keepDraft();
    else this.draftTimer ??= window.setTimeout(() => this.keepDraft(), DRAFT_INTERVAL_MILLIS);
  }

  private keepDraft(): void {
    window.clearTimeout(this.draftTimer);
    this.draftTimer = undefined;
    if (this.opened && this.conversation) this.drafts.keep(this.opened.key, this.conversation.unsaved());
  }
}

function newClient(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

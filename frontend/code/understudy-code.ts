import { Compartment, EditorState, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { pending } from '../live/pending';
import { type Caret, showCarets } from './carets';
import { type Committed, Conversation, type Unconfirmed } from './conversation';
import { Drafts } from './drafts';
import { formatJson } from './json-format';
import { languageOf } from './languages';
import { recovered } from './recovery';
import { codeSetup, proseSetup } from './setup';
import { textOf } from './text';

/** A text as the server opens it. The key names environment, node and field. */
export interface Opened {
  key: string;
  revision: number;
  text: string;
  label: string;
  hint: string;
  prose: boolean;
  language: string;
  readonly: boolean;
}

/** At most one push in this time, so that fast typing makes few changes. */
const PUSH_INTERVAL_MILLIS = 100;
const CARET_INTERVAL_MILLIS = 100;
/** Typing moves carets, everywhere alike; where one has got to is told again in the next pause. */
const CARET_PAUSE_MILLIS = 400;
const DRAFT_INTERVAL_MILLIS = 300;
const RETRY_AFTER_MILLIS = 2000;

/**
 * A text that several people edit at once. The server calls `open`, `receive` and the answers to pushes; this element
 * answers with the events `code-push`, `code-resume`, `code-caret`, `code-focus`, `code-blur`, `code-recovered` and
 * `code-problem`.
 */
class UnderstudyCode extends HTMLElement {
  private view: EditorView | undefined;
  private opened: Opened | undefined;
  private conversation: Conversation | undefined;
  private readonly drafts = new Drafts<Unconfirmed>('understudy:text:');
  private readonly language = new Compartment();
  private readonly access = new Compartment();
  private resuming = false;
  private news: Committed[] = [];
  private lastPush = 0;
  private pushTimer: number | undefined;
  private caretTimer: number | undefined;
  private lateCaretTimer: number | undefined;
  private draftTimer: number | undefined;
  private readonly leave = () => this.keepDraft();

  connectedCallback(): void {
    window.addEventListener('pagehide', this.leave);
  }

  disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.leave);
    this.close();
  }

  open(opened: Opened): void {
    this.close();
    const draft = opened.readonly ? undefined : this.drafts.find(opened.key);
    const resumes = draft !== undefined && draft.revision <= opened.revision;
    this.opened = opened;
    this.show(opened, resumes ? draft : undefined);
    this.resuming = resumes;
    if (resumes) {
      this.conversation!.takeOver(draft);
      this.tell('code-resume', { key: opened.key, revision: draft.revision });
    } else if (draft) {
      this.drafts.keep(opened.key, undefined);
    }
    void this.setLanguage(opened.language);
    this.changed();
  }

  /** Takes in what the room has committed for this text. */
  receive(key: string, news: Committed[]): void {
    if (key !== this.opened?.key || this.resuming) return;
    this.news.push(...news);
    if (!this.view!.composing) this.takeIn();
  }

  /** An input method that puts characters together must not be disturbed: the news wait until it is done. */
  private takeIn(): void {
    if (!this.conversation) return;
    this.conversation.receive(this.news.splice(0));
    this.schedulePush();
    this.changed();
  }

  /** Takes in all that was committed since an earlier page, and goes on from there. */
  since(key: string, news: Committed[]): void {
    if (key !== this.opened?.key || !this.resuming) return;
    this.resuming = false;
    this.conversation!.receive(news);
    this.conversation!.resume();
    this.changed();
  }

  /** Nobody knows any more what was committed since an earlier page: what it had is merged if that is safe. */
  restart(key: string, revision: number, text: string): void {
    if (key !== this.opened?.key || !this.resuming) return;
    const opened = { ...this.opened, revision, text };
    const draft = this.conversation!.unsaved();
    this.opened = opened;
    this.resuming = false;
    this.drafts.keep(key, undefined);
    this.discard();
    this.show(opened, undefined);
    const { change, lost } = draft ? recovered(draft, textOf(text)) : { change: null, lost: null };
    if (change) this.view!.dispatch({ changes: change });
    if (lost !== null) this.tell('code-recovered', { text: lost });
    void this.setLanguage(opened.language);
    this.changed();
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
    this.conversation!.settle(seq);
    this.schedulePush();
    this.changed();
  }

  /** The room can't take a push; the server says why beside the field. */
  reject(key: string, seq: number): void {
    if (key !== this.opened?.key) return;
    this.conversation!.reject(seq);
    this.changed();
  }

  /** The room can't save now: the push goes out again after a while. */
  postpone(key: string, seq: number): void {
    this.reject(key, seq);
    const conversation = this.conversation;
    window.setTimeout(() => {
      conversation?.retry();
      if (conversation === this.conversation) conversation?.push();
    }, RETRY_AFTER_MILLIS);
  }

  carets(shown: Caret[]): void {
    this.view?.dispatch({ effects: showCarets.of(shown) });
  }

  async setLanguage(name: string): Promise<void> {
    const opened = this.opened;
    const extension = await languageOf(name);
    if (opened === this.opened) this.view?.dispatch({ effects: this.language.reconfigure(extension) });
  }

  setReadonly(readonly: boolean): void {
    this.view?.dispatch({ effects: this.access.reconfigure(EditorState.readOnly.of(readonly)) });
  }

  /** Lays out the text as JSON. */
  format(): void {
    const view = this.view;
    if (!view || view.state.readOnly) return;
    const result = formatJson(view.state.doc.toString());
    if ('problem' in result) this.tell('code-problem', { message: result.problem });
    else if (result.gaps.length > 0) view.dispatch({ changes: result.gaps, userEvent: 'input.format' });
    view.focus();
  }

  override focus(): void {
    this.view?.focus();
  }

  /** What stands in the editor now. */
  get text(): string {
    return this.view?.state.doc.toString() ?? '';
  }

  private show(opened: Opened, draft: Unconfirmed | undefined): void {
    const text = textOf(draft?.text ?? opened.text);
    const client = draft?.client ?? newClient();
    const state = EditorState.create({
      doc: text,
      extensions: [
        opened.prose ? proseSetup(opened.label, opened.hint) : codeSetup(opened.label),
        this.language.of([]),
        this.access.of(EditorState.readOnly.of(opened.readonly)),
        Conversation.extension(client),
        EditorView.updateListener.of((update) => {
          const typed = update.transactions.some((made) => made.docChanged && !made.annotation(Transaction.remote));
          if (typed) this.typed();
          if (update.docChanged) this.scheduleLateCaret();
          else if (update.selectionSet || update.focusChanged) this.scheduleCaret();
          if (update.focusChanged) this.focused(update.view.hasFocus);
        })
      ]
    });
    const view = new EditorView({ state, parent: this });
    view.contentDOM.addEventListener('compositionend', () => window.setTimeout(() => this.takeIn()));
    this.view = view;
    const editor = { state: () => view.state, dispatch: (transaction: Transaction) => view.dispatch(transaction) };
    this.conversation = new Conversation(
      client,
      draft?.seq ?? 0,
      draft?.revision ?? opened.revision,
      text,
      editor,
      (push) => this.tell('code-push', { key: opened.key, client, push })
    );
  }

  private close(): void {
    this.conversation?.flush();
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
    this.view?.destroy();
    this.view = undefined;
    this.conversation = undefined;
  }

  private typed(): void {
    if (!this.conversation) return;
    this.conversation.retry();
    this.schedulePush();
    this.changed();
  }

  private focused(now: boolean): void {
    if (!now) this.conversation?.flush();
    this.tell(now ? 'code-focus' : 'code-blur', {});
  }

  private schedulePush(): void {
    if (this.pushTimer !== undefined) return;
    const wait = this.lastPush + PUSH_INTERVAL_MILLIS - performance.now();
    this.pushTimer = window.setTimeout(() => {
      this.pushTimer = undefined;
      this.lastPush = performance.now();
      this.conversation?.push();
    }, Math.max(0, wait));
  }

  private scheduleCaret(): void {
    this.caretTimer ??= window.setTimeout(() => this.tellCaret(), CARET_INTERVAL_MILLIS);
  }

  private scheduleLateCaret(): void {
    window.clearTimeout(this.lateCaretTimer);
    this.lateCaretTimer = window.setTimeout(() => this.tellCaret(), CARET_PAUSE_MILLIS);
  }

  private tellCaret(): void {
    this.caretTimer = undefined;
    if (!this.view?.hasFocus) return;
    const { anchor, head } = this.view.state.selection.main;
    this.tell('code-caret', { anchor, head });
  }

  private changed(): void {
    const clean = this.conversation?.clean ?? true;
    pending.report(this, clean ? 0 : 1);
    if (clean) this.keepDraft();
    else this.draftTimer ??= window.setTimeout(() => this.keepDraft(), DRAFT_INTERVAL_MILLIS);
  }

  private keepDraft(): void {
    window.clearTimeout(this.draftTimer);
    this.draftTimer = undefined;
    if (this.opened && this.conversation) this.drafts.keep(this.opened.key, this.conversation.unsaved());
  }

  private tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function newClient(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

customElements.define('understudy-code', UnderstudyCode);

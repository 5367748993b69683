import { type Text } from '@codemirror/state';
import { type Caret } from './caret-places';
import type { CodeView, OpenedCode } from './code-view';
import { type Editor } from './conversation';
import { postponed } from './postponed';
import type { TextProblem } from './problems';
import { SharedText } from './shared-text';

let parts: typeof import('./code-view') | undefined;

/** What the server calls. */
const CALLS = [
  'open', 'receive', 'since', 'restart', 'resync', 'refuse', 'settle', 'reject', 'postpone',
  'carets', 'problems', 'setLanguage', 'setReadonly', 'format', 'focus'
] as const;

/**
 * A long text that several people edit at once, in CodeMirror, which is loaded when the first one is there. Besides the
 * events of [[SharedText]] it has `code-problem`.
 */
class UnderstudyCode extends SharedText<OpenedCode> {
  private view: CodeView | undefined;
  private found: TextProblem[] = [];

  constructor() {
    super();
    if (!parts) postponed(this, CALLS, import('./code-view').then((loaded) => (parts = loaded)));
  }

  carets(shown: Caret[]): void {
    this.view?.carets(shown);
  }

  /** Marks what is wrong in the text. */
  problems(found: TextProblem[]): void {
    this.found = found;
    this.view?.problems(found);
  }

  async setLanguage(name: string): Promise<void> {
    await this.view?.setLanguage(name);
  }

  setReadonly(readonly: boolean): void {
    this.view?.setReadonly(readonly);
  }

  /** Lays out the text as JSON. */
  format(): void {
    const problem = this.view?.format();
    if (problem) this.tell('code-problem', { message: problem });
  }

  override focus(): void {
    this.view?.focus();
  }

  /** What stands in the editor now. */
  get text(): string {
    return this.view?.state().doc.toString() ?? '';
  }

  protected get composing(): boolean {
    return this.view?.composing ?? false;
  }

  protected get selection(): { anchor: number; head: number } | undefined {
    return this.view?.selection;
  }

  protected show(opened: OpenedCode, text: Text, client: string): Editor {
    const view = new parts!.CodeView(this, opened, text, client, {
      typed: () => this.typed(),
      caretCarried: () => this.caretCarried(),
      caretMoved: () => this.caretMoved(),
      focused: (now) => this.focused(now),
      composed: () => this.takeIn()
    });
    this.view = view;
    this.problems(this.found);
    return view;
  }

  protected hide(): void {
    this.view?.close();
    this.view = undefined;
  }

  private focused(now: boolean): void {
    if (now) this.tell('text-focus', {});
    else this.flush();
  }
}

customElements.define('understudy-code', UnderstudyCode);

import { Compartment, EditorState, type Text, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Caret, showCarets } from './caret-places';
import { Conversation, type Editor } from './conversation';
import { formatJson } from './json-format';
import { languageOf } from './languages';
import { problemMarks, showProblems, type TextProblem } from './problems';
import { codeSetup, proseSetup } from './setup';
import { type Opened, SharedText } from './shared-text';

/** A long text as the server opens it. */
interface OpenedCode extends Opened {
  label: string;
  hint: string;
  prose: boolean;
  language: string;
}

/** A long text that several people edit at once, in CodeMirror. Besides the event of [[SharedText]] it has `code-problem`. */
class UnderstudyCode extends SharedText<OpenedCode> {
  private view: EditorView | undefined;
  private readonly language = new Compartment();
  private readonly access = new Compartment();
  private found: TextProblem[] = [];

  carets(shown: Caret[]): void {
    this.view?.dispatch({ effects: showCarets.of(shown) });
  }

  /** Marks what is wrong in the text. */
  problems(found: TextProblem[]): void {
    this.found = found;
    this.view?.dispatch({ effects: showProblems.of(found) });
  }

  async setLanguage(name: string): Promise<void> {
    const { view } = this;
    const extension = await languageOf(name);
    if (view === this.view) view?.dispatch({ effects: this.language.reconfigure(extension) });
  }

  setReadonly(readonly: boolean): void {
    this.view?.dispatch({ effects: this.access.reconfigure(EditorState.readOnly.of(readonly)) });
  }

  /** Lays out the text as JSON. */
  format(): void {
    const view = this.view;
    if (!view || view.state.readOnly) return;
    const result = formatJson(view.state.doc.toString());
    if ('problem' in result) this.complain(result.problem);
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

  protected get composing(): boolean {
    return this.view?.composing ?? false;
  }

  protected get selection(): { anchor: number; head: number } | undefined {
    return this.view?.hasFocus ? this.view.state.selection.main : undefined;
  }

  protected show(opened: OpenedCode, text: Text, client: string): Editor {
    const state = EditorState.create({
      doc: text,
      extensions: [
        opened.prose ? proseSetup(opened.label, opened.hint) : codeSetup(opened.label),
        this.language.of([]),
        this.access.of(EditorState.readOnly.of(opened.readonly)),
        problemMarks(),
        Conversation.extension(client),
        EditorView.updateListener.of((update) => {
          const typed = update.transactions.some((made) => made.docChanged && !made.annotation(Transaction.remote));
          if (typed) this.typed();
          if (update.docChanged) this.caretCarried();
          else if (update.selectionSet || update.focusChanged) this.caretMoved();
          if (update.focusChanged) this.focused(update.view.hasFocus);
        })
      ]
    });
    const view = new EditorView({ state, parent: this });
    view.contentDOM.addEventListener('compositionend', () => window.setTimeout(() => this.takeIn()));
    this.view = view;
    void this.setLanguage(opened.language);
    this.problems(this.found);
    return { state: () => view.state, dispatch: (transaction) => view.dispatch(transaction) };
  }

  protected hide(): void {
    this.view?.destroy();
    this.view = undefined;
  }

  private complain(message: string): void {
    this.dispatchEvent(new CustomEvent('code-problem', { detail: { message } }));
  }

  private focused(now: boolean): void {
    if (now) this.tell('focus', {});
    else this.flush();
  }
}

customElements.define('understudy-code', UnderstudyCode);

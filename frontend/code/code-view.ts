import { Compartment, EditorState, type Text, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Caret, showCarets } from './caret-places';
import { Conversation, type Editor } from './conversation';
import { formatJson } from './json-format';
import { languageOf } from './languages';
import { problemMarks, showProblems, type TextProblem } from './problems';
import { codeSetup, proseSetup } from './setup';
import { type Opened } from './shared-text';

/** A long text as the server opens it. */
export interface OpenedCode extends Opened {
  label: string;
  hint: string;
  prose: boolean;
  language: string;
}

/** Who hears what a person does in the text. */
export interface CodeEvents {
  typed(): void;
  caretCarried(): void;
  caretMoved(): void;
  focused(now: boolean): void;
  composed(): void;
}

/** A long text in CodeMirror, until it is closed. */
export class CodeView implements Editor {
  private readonly view: EditorView;
  private readonly language = new Compartment();
  private readonly access = new Compartment();
  private closed = false;

  constructor(parent: Element, opened: OpenedCode, text: Text, client: string, events: CodeEvents) {
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
          if (typed) events.typed();
          if (update.docChanged) events.caretCarried();
          else if (update.selectionSet || update.focusChanged) events.caretMoved();
          if (update.focusChanged) events.focused(update.view.hasFocus);
        })
      ]
    });
    this.view = new EditorView({ state, parent });
    this.view.contentDOM.addEventListener('compositionend', () => window.setTimeout(() => events.composed()));
    void this.setLanguage(opened.language);
  }

  state(): EditorState {
    return this.view.state;
  }

  dispatch(transaction: Transaction): void {
    this.view.dispatch(transaction);
  }

  carets(shown: Caret[]): void {
    this.view.dispatch({ effects: showCarets.of(shown) });
  }

  problems(found: TextProblem[]): void {
    this.view.dispatch({ effects: showProblems.of(found) });
  }

  async setLanguage(name: string): Promise<void> {
    const extension = await languageOf(name);
    if (!this.closed) this.view.dispatch({ effects: this.language.reconfigure(extension) });
  }

  setReadonly(readonly: boolean): void {
    this.view.dispatch({ effects: this.access.reconfigure(EditorState.readOnly.of(readonly)) });
  }

  /** Lays out the text as JSON. @returns why it could not, or nothing */
  format(): string | undefined {
    const { view } = this;
    if (view.state.readOnly) return undefined;
    const result = formatJson(view.state.doc.toString());
    if (!('problem' in result) && result.gaps.length > 0) view.dispatch({ changes: result.gaps, userEvent: 'input.format' });
    view.focus();
    return 'problem' in result ? result.problem : undefined;
  }

  focus(): void {
    this.view.focus();
  }

  get composing(): boolean {
    return this.view.composing;
  }

  get selection(): { anchor: number; head: number } | undefined {
    return this.view.hasFocus ? this.view.state.selection.main : undefined;
  }

  close(): void {
    this.closed = true;
    this.view.destroy();
  }
}

import { Drafts } from '../code/drafts';
import { carried, LiveInput, type Typed } from './live-input';
import { pending } from './pending';

/** A Vaadin field with a text in it. */
interface TextField extends HTMLElement {
  value: string;
  inputElement?: HTMLInputElement | HTMLTextAreaElement;
}

/**
 * Stands around a Vaadin text field with a value, like a number, that is set as a whole and that others may change. The server calls `bind`, `show` and `refuse`; this
 * element answers with `field-typed`, `field-reverted`, `field-recovered`, `field-focus` and `field-blur`. The field's
 * own value is never set by the server. With the attribute `patient` it waits for a pause in typing.
 */
class UnderstudyField extends HTMLElement {
  private key = '';
  private readonly drafts = new Drafts<Typed>('understudy:field:');
  private readonly input = new LiveInput(
    { get: () => this.field?.value ?? '', set: (value) => this.write(value) },
    (value, seq) => this.tell('field-typed', { key: this.key, value, seq }),
    () => this.hasAttribute('patient'),
    () => this.tell('field-reverted', {})
  );
  private readonly leave = () => this.keep();

  constructor() {
    super();
    this.addEventListener('input', () => this.step(() => this.input.input()));
    this.addEventListener('compositionstart', () => this.input.compose(true));
    this.addEventListener('compositionend', () => this.step(() => this.input.compose(false)));
    this.addEventListener('focusin', () => this.tell('field-focus', {}));
    this.addEventListener('focusout', () => {
      this.step(() => this.input.commit());
      this.tell('field-blur', {});
    });
    this.addEventListener('keydown', (pressed) => {
      if (pressed.key === 'Enter') this.step(() => this.input.commit());
      if (pressed.key === 'Escape' && this.input.revert()) {
        this.step(() => {});
        this.tell('field-reverted', {});
      }
    });
  }

  connectedCallback(): void {
    window.addEventListener('pagehide', this.leave);
  }

  disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.leave);
    this.keep();
    pending.report(this, 0);
  }

  /** Shows the value of another node; what was typed for the one before is sent first. */
  bind(key: string, value: string): void {
    this.step(() => this.input.commit());
    this.key = key;
    const draft = this.drafts.find(this.draftKey);
    this.drafts.keep(this.draftKey, undefined);
    if (this.input.start(value, draft) === 'lost') this.tell('field-recovered', { text: draft!.value });
    this.step(() => {});
  }

  /** The value now. */
  show(key: string, value: string, answers: number): void {
    if (key === this.key) this.step(() => this.input.show(value, answers));
  }

  /** The server can't take what was typed. */
  refuse(key: string, answers: number): void {
    if (key === this.key) this.step(() => this.input.refuse(answers));
  }

  /** A node has several fields, each with a draft of its own. */
  private get draftKey(): string {
    return `${this.key}/${this.dataset.field}`;
  }

  private get field(): TextField | null {
    return this.querySelector<TextField>('vaadin-text-field, vaadin-text-area');
  }

  private write(value: string): void {
    const field = this.field;
    if (!field) return;
    const box = field.inputElement;
    const focused = box !== undefined && box.matches(':focus');
    const { selectionStart, selectionEnd, scrollLeft } = box ?? {};
    const before = field.value;
    field.value = value;
    if (!focused || selectionStart == null || selectionEnd == null) return;
    box.setSelectionRange(carried(selectionStart, before, value), carried(selectionEnd, before, value));
    box.scrollLeft = scrollLeft ?? 0;
  }

  private step(change: () => void): void {
    change();
    pending.report(this, this.input.waits ? 1 : 0);
  }

  private keep(): void {
    if (this.key) this.drafts.keep(this.draftKey, this.input.typed);
  }

  private tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('understudy-field', UnderstudyField);

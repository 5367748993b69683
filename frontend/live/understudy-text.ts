import { type Text } from '@codemirror/state';
import { type Caret, carets, showCarets } from '../code/caret-places';
import { type Editor } from '../code/conversation';
import { type Opened, SharedText } from '../code/shared-text';
import { BoxCarets } from './box-carets';
import { type Box, Line } from './line';
import { memory } from './memory';

/** A Vaadin field with a text in it. */
interface TextField extends HTMLElement {
  value: string;
  inputElement?: HTMLInputElement;
}

/**
 * Stands around a Vaadin text field with a short text that several people edit at once. The server never sets the
 * field's own value.
 */
class UnderstudyText extends SharedText<Opened> {
  private line: Line | undefined;
  private puttingTogether = false;
  private readonly others = new BoxCarets(this);
  private readonly drawing = new ResizeObserver(() => this.draw());
  private readonly selected = () => {
    if (this.focused) this.look();
  };
  private readonly box: Box = {
    get: () => {
      const { selectionStart, selectionEnd, selectionDirection } = this.input ?? {};
      const value = this.field?.value ?? '';
      const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
      return selectionDirection === 'backward' ? { value, anchor: end, head: start } : { value, anchor: start, head: end };
    },
    set: ({ value, anchor, head }) => {
      const { field, input } = this;
      if (!field) return;
      const scrolled = input?.scrollLeft ?? 0;
      field.value = value;
      if (!input || !this.focused) return;
      input.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head), head < anchor ? 'backward' : 'forward');
      input.scrollLeft = scrolled;
    }
  };

  constructor() {
    super();
    this.addEventListener('input', () => this.look());
    this.addEventListener('compositionstart', () => (this.puttingTogether = true));
    this.addEventListener('compositionend', () => {
      this.puttingTogether = false;
      this.takeIn();
    });
    this.addEventListener('focusin', () => {
      this.caretMoved();
      void this.remember();
    });
    this.addEventListener('focusout', () => {
      this.look();
      this.flush();
    });
    this.addEventListener('beforeinput', (planned) => {
      if (planned.inputType === 'historyUndo') this.step(planned, (line) => line.undo());
      if (planned.inputType === 'historyRedo') this.step(planned, (line) => line.redo());
    });
    this.addEventListener('keydown', (pressed) => this.pressed(pressed));
    this.addEventListener('scroll', () => this.draw(), true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('selectionchange', this.selected);
    this.drawing.observe(this);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('selectionchange', this.selected);
    this.drawing.disconnect();
    super.disconnectedCallback();
  }

  carets(shown: Caret[]): void {
    this.line?.dispatch(this.line.state().update({ effects: showCarets.of(shown) }));
  }

  protected get composing(): boolean {
    return this.puttingTogether;
  }

  protected get selection(): { anchor: number; head: number } | undefined {
    return this.focused ? this.line?.state().selection.main : undefined;
  }

  protected override takeIn(): void {
    this.look();
    super.takeIn();
  }

  protected show(_: Opened, text: Text, client: string): Editor {
    this.line = new Line(text, client, this.box, () => this.draw());
    if (this.focused) void this.remember();
    return this.line;
  }

  private async remember(): Promise<void> {
    const loaded = await memory();
    this.line?.remember(loaded);
  }

  protected hide(): void {
    this.line = undefined;
    this.draw();
  }

  private look(): void {
    const { line } = this;
    if (!line || this.puttingTogether) return;
    const before = line.state().selection;
    if (line.read()) {
      this.typed();
      this.caretCarried();
    } else if (this.focused && !line.state().selection.eq(before)) {
      this.caretMoved();
    }
  }

  private pressed(pressed: KeyboardEvent): void {
    if (pressed.isComposing) return;
    if (pressed.key === 'Enter') this.flush();
    if (pressed.key === 'Escape') this.giveUp();
    const key = pressed.key.toLowerCase();
    if (!(pressed.ctrlKey || pressed.metaKey) || pressed.altKey) return;
    if (key === 'z') this.step(pressed, (line) => (pressed.shiftKey ? line.redo() : line.undo()));
    else if (key === 'y') this.step(pressed, (line) => line.redo());
  }

  /** The browser's own memory of what was typed does not know what others typed: it would mix both up. */
  private step(planned: Event, take: (line: Line) => boolean): void {
    planned.preventDefault();
    const { line, input } = this;
    if (!line || !input || input.readOnly || !take(line)) return;
    this.typed();
    this.caretCarried();
  }

  private draw(): void {
    const { line } = this;
    this.others.draw(this.input, line?.shown ?? '', line?.state().field(carets) ?? []);
  }

  private get focused(): boolean {
    return this.input?.matches(':focus') ?? false;
  }

  private get field(): TextField | null {
    return this.querySelector<TextField>('vaadin-text-field');
  }

  private get input(): HTMLInputElement | undefined {
    return this.field?.inputElement;
  }
}

customElements.define('understudy-text', UnderstudyText);

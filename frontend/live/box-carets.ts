import { type Caret } from '../code/caret-places';

/** Beyond this share of the box the name of a caret stands to its left, so that it stays in sight. */
const NAME_TURNS_AT = 0.6;

const pen = document.createElement('canvas').getContext('2d')!;

/** The carets and selections of others in a box, drawn above it. Where they are is measured in the font of the box. */
export class BoxCarets {
  private readonly layer = document.createElement('div');

  constructor(private readonly host: HTMLElement) {
    this.layer.className = 'box-carets';
    this.layer.setAttribute('aria-hidden', 'true');
  }

  /** @param text what the box shows */
  draw(box: HTMLInputElement | undefined, text: string, carets: readonly Caret[]): void {
    if (!box || carets.length === 0) {
      this.layer.remove();
      return;
    }
    const style = getComputedStyle(box);
    const host = this.host.getBoundingClientRect();
    const rect = box.getBoundingClientRect();
    const inset = parseFloat(style.paddingInlineStart);
    const width = box.clientWidth - inset - parseFloat(style.paddingInlineEnd);
    this.layer.style.cssText =
      `left: ${rect.left - host.left + box.clientLeft + inset}px; top: ${rect.top - host.top}px; ` +
      `width: ${width}px; height: ${rect.height}px`;
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
    const place = (at: number) => pen.measureText(text.slice(0, at)).width - box.scrollLeft;
    this.layer.replaceChildren(...carets.flatMap((caret) => drawn(caret, place, width)));
    if (!this.layer.isConnected) this.host.append(this.layer);
  }
}

function drawn(caret: Caret, place: (at: number) => number, width: number): HTMLElement[] {
  const within = (at: number) => Math.max(0, Math.min(width, at));
  const head = place(caret.head);
  const [from, to] = [head, place(caret.anchor)].map(within).sort((one, other) => one - other) as [number, number];
  const bar = document.createElement('i');
  bar.className = `us-person-${caret.colour}`;
  bar.style.left = `${within(head)}px`;
  bar.classList.toggle('beyond', head !== within(head));
  bar.classList.toggle('turned', head > width * NAME_TURNS_AT);
  const name = document.createElement('b');
  name.textContent = caret.name;
  bar.append(name);
  if (from === to) return [bar];
  const selected = document.createElement('span');
  selected.className = `us-person-${caret.colour}`;
  selected.style.cssText = `left: ${from}px; width: ${to - from}px`;
  return [selected, bar];
}

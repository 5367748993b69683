import type { Text } from '@codemirror/state';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Push } from '../code/conversation';
import type { Opened } from '../code/shared-text';
import { Line } from '../live/line';
import { Box } from './box';

/** As much of a browser as a text needs. */
function stubBrowser() {
  const stored = new Map<string, string>();
  vi.stubGlobal('HTMLElement', EventTarget);
  vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout }));
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key)
  });
}

/** The field with what it needs of the modules that can only be loaded in a browser. */
async function field() {
  const { SharedText } = await import('../code/shared-text');
  const { pending } = await import('../live/pending');
  class Field extends SharedText<Opened> {
    readonly box = new Box();
    readonly told: { type: string; detail: Record<string, unknown> }[] = [];
    private line: Line | undefined;

    constructor() {
      super();
      this.addEventListener('text-told', (event) => {
        const { type, ...detail } = (event as CustomEvent).detail;
        if (['push', 'unsaved', 'astray', 'recovered'].includes(type)) this.told.push({ type, detail });
      });
    }

    get pushes(): Push[] {
      return this.told.filter(({ type }) => type === 'push').map(({ detail }) => detail['push'] as Push);
    }

    carets(): void {}

    protected get composing(): boolean {
      return false;
    }

    protected get selection(): undefined {
      return undefined;
    }

    protected show(_: Opened, text: Text, client: string): Line {
      this.line = new Line(text, client, this.box, () => {});
      return this.line;
    }

    protected hide(): void {
      this.line = undefined;
    }

    write(from: number, to: number, typed: string): void {
      this.box.replace(from, to, typed);
      this.line!.read();
      this.typed();
      this.flush();
    }

    words(type: string): unknown[] {
      return this.told.filter((one) => one.type === type).map(({ detail }) => detail['text']);
    }
  }
  return { field: new Field(), pending };
}

describe('a text that is out of step with the room', () => {
  const key = 'environment/node/label';
  const at = (revision: number, text: string): Opened => ({ key, revision, text, readonly: false });

  beforeAll(stubBrowser);
  beforeEach(() => sessionStorage.removeItem(`understudy:text:${key}`));

  it('U121 shows what is back, gives back what was typed meanwhile, and waits for nothing', async () => {
    const { field: label, pending } = await field();
    label.open(at(1, 'On its way'));
    label.write(0, 10, 'Typed too late');
    label.reject(key, label.pushes[0]!.seq);
    expect([pending.total, pending.refused]).toEqual([1, 1]);
    label.resync(at(5, 'On its way'), false);
    expect(label.box.value).toBe('On its way');
    expect(label.words('unsaved')).toEqual(['Typed too late']);
    expect([pending.total, pending.refused]).toEqual([0, 0]);
  });

  it('U121 stays as it is if nothing was typed, caret and all', async () => {
    const { field: label } = await field();
    label.open(at(1, 'On its way'));
    label.box.anchor = label.box.head = 4;
    label.resync(at(5, 'On its way'), false);
    expect([label.box.value, label.box.head]).toEqual(['On its way', 4]);
    label.write(10, 10, '!');
    expect(label.pushes[0]).toMatchObject({ base: 5 });
  });

  it('U122 asks for the text when news do not fit, and puts what was typed on top of it', async () => {
    const { field: label } = await field();
    label.open(at(1, ''));
    label.receive(key, [{ revision: 2, client: 'ben', seq: 1, steps: [[24, [0, 'x']]] }]);
    expect(label.told.map(({ type }) => type)).toEqual(['astray']);
    label.resync(at(2, 'parcels'), true);
    expect(label.box.value).toBe('parcels');
    expect(label.words('unsaved')).toEqual([]);
  });

  it('U122 offers what was typed where the room has something else', async () => {
    const { field: label } = await field();
    label.open(at(1, ''));
    label.write(0, 0, 'mine');
    label.resync(at(2, 'parcels'), true);
    expect(label.box.value).toBe('parcels');
    expect(label.words('unsaved')).toEqual(['mine']);
  });

  it('U122 what is typed elsewhere in the text is put on top and sent, under a number of its own', async () => {
    const { field: label } = await field();
    label.open(at(1, 'parcels'));
    label.write(7, 7, '/:id');
    label.resync(at(4, 'v1/parcels'), true);
    expect(label.box.value).toBe('v1/parcels/:id');
    await vi.waitFor(() => expect(label.pushes).toHaveLength(2));
    expect(label.pushes[1]).toMatchObject({ base: 4, changes: [10, [0, '/:id']] });
    expect(label.pushes[1]!.seq).not.toBe(label.pushes[0]!.seq);
  });
});

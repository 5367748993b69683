/**
 * Counts what this page has not heard back about from the server. The one place that knows whether work is safe:
 * inputs and texts report here, the status bar listens.
 */
class Pending {
  private readonly counts = new Map<object, number>();
  private readonly stuck = new Set<object>();
  private readonly listeners = new Set<(total: number, refused: number) => void>();

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** How many of them wait for nothing: the server can't take what they have. */
  get refused(): number {
    return this.stuck.size;
  }

  /** @param refused whether the server can't take it, so that no answer will come */
  report(who: object, count: number, refused = false): void {
    const stuck = refused && count > 0;
    if ((this.counts.get(who) ?? 0) === count && this.stuck.has(who) === stuck) return;
    if (count > 0) this.counts.set(who, count);
    else this.counts.delete(who);
    if (stuck) this.stuck.add(who);
    else this.stuck.delete(who);
    this.listeners.forEach((listener) => listener(this.total, this.refused));
  }

  /** @returns what stops the listening */
  listen(listener: (total: number, refused: number) => void): () => void {
    this.listeners.add(listener);
    listener(this.total, this.refused);
    return () => this.listeners.delete(listener);
  }
}

export const pending = new Pending();

// Whoever only loads the page anew loses nothing: what is not saved outlives that as a draft.
let reloading = false;
const navigation = (window as { navigation?: EventTarget }).navigation;
navigation?.addEventListener('navigate', (leaving) => {
  reloading = (leaving as Event & { navigationType: string }).navigationType === 'reload';
});

window.addEventListener('beforeunload', (leaving) => {
  if (pending.total > 0 && !reloading) leaving.preventDefault();
});

/**
 * Counts what this page has not heard back about from the server. The one place that knows whether work is safe:
 * inputs and texts report here, the status bar listens.
 */
class Pending {
  private readonly counts = new Map<object, number>();
  private readonly listeners = new Set<(total: number) => void>();

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  report(who: object, count: number): void {
    if ((this.counts.get(who) ?? 0) === count) return;
    if (count > 0) this.counts.set(who, count);
    else this.counts.delete(who);
    this.listeners.forEach((listener) => listener(this.total));
  }

  /** @returns what stops the listening */
  listen(listener: (total: number) => void): () => void {
    this.listeners.add(listener);
    listener(this.total);
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

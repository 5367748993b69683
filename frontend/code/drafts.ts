/** Keeps what is not saved yet in this tab, so that it outlives a reload or a restart of the server. */
export class Drafts<T> {
  constructor(
    private readonly prefix: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = sessionStorage
  ) {}

  find(key: string): T | undefined {
    const stored = this.storage.getItem(this.prefix + key);
    return stored === null ? undefined : (JSON.parse(stored) as T);
  }

  keep(key: string, draft: T | undefined): void {
    if (draft === undefined) {
      this.storage.removeItem(this.prefix + key);
      return;
    }
    try {
      this.storage.setItem(this.prefix + key, JSON.stringify(draft));
    } catch {
      // The browser gives no more room. The text is still in the editor, only a lost page would lose it.
      this.storage.removeItem(this.prefix + key);
    }
  }
}

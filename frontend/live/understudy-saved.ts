import { pending } from './pending';

/** Vaadin's own word about the connection to the server. */
interface ConnectionState {
  state: string;
  addStateChangeListener(listener: (before: string, now: string) => void): void;
  removeStateChangeListener(listener: (before: string, now: string) => void): void;
}

/** Shorter waits are not worth a word: the text would only flicker. */
const PATIENCE_MILLIS = 400;

/** Whether the work is safe: saved up to which revision, being saved, or waiting for a connection. */
class UnderstudySaved extends HTMLElement {
  private revision = 0;
  private total = 0;
  private slow = false;
  private timer: number | undefined;
  private stop: (() => void) | undefined;
  private readonly changed = () => this.draw();

  connectedCallback(): void {
    this.setAttribute('role', 'status');
    this.stop = pending.listen((total) => this.count(total));
    this.connection?.addStateChangeListener(this.changed);
  }

  disconnectedCallback(): void {
    this.stop?.();
    this.connection?.removeStateChangeListener(this.changed);
  }

  setRevision(revision: number): void {
    this.revision = revision;
    this.draw();
  }

  private count(total: number): void {
    this.total = total;
    if (total === 0) {
      window.clearTimeout(this.timer);
      this.timer = undefined;
      this.slow = false;
    } else {
      this.timer ??= window.setTimeout(() => {
        this.slow = true;
        this.draw();
      }, PATIENCE_MILLIS);
    }
    this.draw();
  }

  private draw(): void {
    const state = this.connection?.state ?? 'connected';
    const lost = state === 'connection-lost' || state === 'reconnecting';
    this.dataset['state'] = lost ? 'lost' : this.slow ? 'saving' : 'saved';
    this.textContent = lost ? lostWords(this.total) : this.slow ? 'Saving…' : `Saved · revision ${this.revision.toLocaleString('en')}`;
  }

  private get connection(): ConnectionState | undefined {
    return (window as unknown as { Vaadin?: { connectionState?: ConnectionState } }).Vaadin?.connectionState;
  }
}

function lostWords(waiting: number): string {
  if (waiting === 0) return 'Not connected, nothing waits';
  return waiting === 1 ? 'Not connected, 1 change waits' : `Not connected, ${waiting} changes wait`;
}

customElements.define('understudy-saved', UnderstudySaved);

import { pending } from './pending';

/** Vaadin's own word about the connection to the server. */
interface ConnectionState {
  state: string;
  addStateChangeListener(listener: (before: string, now: string) => void): void;
  removeStateChangeListener(listener: (before: string, now: string) => void): void;
}

/** Shorter waits are not worth a word: the text would only flicker. */
const PATIENCE_MILLIS = 400;

/** The server lets every page know that it is there, every nine seconds. A page that hears nothing for longer asks, and
 * after another while takes the line for dead: nobody else notices as long as nothing is typed, or nothing comes back. */
const SILENCE_MILLIS = 12_000;
const DEAD_MILLIS = 20_000;
const LOOK_MILLIS = 2000;

/** Whether the work is safe: saved up to which revision, being saved, or waiting for a connection. */
class UnderstudySaved extends HTMLElement {
  private revision = 0;
  private total = 0;
  private refused = 0;
  private unsaved = 0;
  private reason = '';
  private slow = false;
  private timer: number | undefined;
  private stop: (() => void) | undefined;
  private looking: number | undefined;
  private heardAt = 0;
  private asked = false;
  private readonly changed = () => this.draw();
  private readonly pulse = () => this.heard();

  connectedCallback(): void {
    this.setAttribute('role', 'status');
    this.heard();
    this.looking = window.setInterval(() => this.look(), LOOK_MILLIS);
    window.addEventListener('understudy-pulse', this.pulse);
    this.stop = pending.listen((total, refused) => this.count(total, refused));
    this.connection?.addStateChangeListener(this.changed);
  }

  disconnectedCallback(): void {
    this.stop?.();
    this.connection?.removeStateChangeListener(this.changed);
    window.removeEventListener('understudy-pulse', this.pulse);
    window.clearInterval(this.looking);
  }

  /** The server is there. Vaadin forgets to say that the connection is back when it was not Vaadin that found it lost, or
   * the push that found it again. */
  heard(): void {
    this.asked = false;
    this.heardAt = performance.now();
    if (this.isLost && this.connection) this.connection.state = 'connected';
  }

  /** How many changes the server has taken over and not saved yet. */
  set taken(count: number) {
    this.unsaved = count;
    this.wait();
  }

  /** Why the server can't save for the moment; empty if it can. */
  set trouble(reason: string) {
    this.reason = reason;
    this.draw();
  }

  setRevision(revision: number): void {
    this.revision = revision;
    this.draw();
  }

  private count(total: number, refused: number): void {
    this.total = total;
    this.refused = refused;
    this.wait();
  }

  private wait(): void {
    if (this.total === this.refused && this.unsaved === 0) {
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
    const lost = this.isLost;
    this.dataset['waiting'] = String(this.total);
    this.dataset['state'] = lost ? 'lost' : this.slow ? 'saving' : this.refused > 0 ? 'refused' : 'saved';
    this.textContent = lost ? lostWords(this.total) : this.words;
  }

  private get words(): string {
    if (this.slow) return this.reason ? `Saving… ${this.reason}` : 'Saving…';
    if (this.refused > 0) return this.refused === 1 ? 'Not saved: 1 text' : `Not saved: ${this.refused} texts`;
    return `Saved · revision ${this.revision.toLocaleString('en')}`;
  }

  private look(): void {
    const silent = performance.now() - this.heardAt;
    if (silent > DEAD_MILLIS && !this.isLost && this.connection) {
      this.connection.state = 'connection-lost';
    } else if (silent > SILENCE_MILLIS && !this.asked) {
      // Vaadin keeps an unanswered question and sends it again.
      this.asked = true;
      this.dispatchEvent(new CustomEvent('saved-ask'));
    }
  }

  private get isLost(): boolean {
    const state = this.connection?.state;
    return state === 'connection-lost' || state === 'reconnecting';
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

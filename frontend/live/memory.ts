/** What remembers the typing of a short text, for undo. It comes with most of CodeMirror. */
export type Memory = Pick<typeof import('@codemirror/commands'), 'history' | 'undo' | 'redo'>;

let loading: Promise<Memory> | undefined;

/** Loads it, when the first text is entered. */
export function memory(): Promise<Memory> {
  return (loading ??= import('@codemirror/commands'));
}

import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** What is wrong in a part of a text. */
export interface TextProblem {
  from: number;
  to: number;
  message: string;
  severity: string;
}

export const showProblems = StateEffect.define<TextProblem[]>();

/** Marks what is wrong. The marks move along with the text until the server has looked at it anew. */
const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let now = shown.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(showProblems)) now = marked(effect.value, transaction.newDoc.length);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field)
});

export function problemMarks(): Extension {
  return marks;
}

function marked(problems: readonly TextProblem[], length: number): DecorationSet {
  return Decoration.set(problems.flatMap((problem) => range(problem, length)), true);
}

/** A place at the end of the text is shown at the character before it. */
function range({ from, to, message, severity }: TextProblem, length: number): Range<Decoration>[] {
  const end = Math.min(Math.max(to, from + 1), length);
  const start = Math.min(from, end - 1);
  if (start < 0) return [];
  return [Decoration.mark({ class: 'cm-problem', attributes: { title: message, 'data-severity': severity } }).range(start, end)];
}

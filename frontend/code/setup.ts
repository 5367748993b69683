import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting
} from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { caretsOfOthers } from './carets';
import { finding } from './finding';
import { templates } from './templates';
import { lineSeparator, storable } from './text';

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.attributeName, tags.tagName], color: 'var(--put)' },
  { tag: [tags.string, tags.attributeValue], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword, tags.atom], color: 'var(--post)' },
  { tag: [tags.comment, tags.meta], color: 'var(--text-3)' },
  { tag: [tags.typeName, tags.className], color: 'var(--patch)' }
]);

/** What every text has: merging with others, own undo, and nothing that the server could not store. */
function common(label: string): Extension {
  return [
    lineSeparator(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    templates,
    caretsOfOthers(),
    EditorView.clipboardInputFilter.of((text) => storable(text.replace(/\r\n?/g, '\n'))),
    EditorView.contentAttributes.of({ 'aria-label': label })
  ];
}

/** An editor for code: numbered lines, folding, brackets, search. Tab indents; Escape, then Tab leaves. */
export function codeSetup(label: string): Extension {
  return [
    common(label),
    lineNumbers(),
    foldGutter({ openText: '▾', closedText: '▸' }),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    finding(),
    syntaxHighlighting(colours),
    EditorState.tabSize.of(2),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap, indentWithTab])
  ];
}

/** An editor for prose: wrapped lines and nothing around them. Tab leaves. */
export function proseSetup(label: string, hint: string): Extension {
  return [common(label), EditorView.lineWrapping, placeholder(hint), keymap.of([...defaultKeymap, ...historyKeymap])];
}

/** A text that is only looked at, in the colours of code. */
export function readingSetup(label: string): Extension {
  return [
    lineSeparator(),
    highlightSpecialChars(),
    templates,
    syntaxHighlighting(colours),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.editable.of(false),
    EditorState.readOnly.of(true)
  ];
}

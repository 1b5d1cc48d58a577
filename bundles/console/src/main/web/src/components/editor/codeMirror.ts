import { autocompletion, closeBrackets, completionKeymap, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, highlightActiveLine, keymap, lineNumbers, type DecorationSet } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { PackError } from '@/api/rulePacks'
import type { LineMark } from '@/domain/packTexts'
import { drl } from './drl'
import { wordsAfter, type Vocabulary } from './words'

export interface Settings {
  text: string
  language: 'drl' | 'yaml' | 'text'
  label: string
  changed: (text: string) => void
  vocabulary: () => Vocabulary
}

const mark = StateEffect.define<LineMark[]>()

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    const said = transaction.effects.find((effect) => effect.is(mark))
    return said ? decorations(transaction.state, said.value as LineMark[]) : before.map(transaction.changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: '#7a3e9d' },
  { tag: tags.typeName, color: '#0f5e5a', fontWeight: '600' },
  { tag: tags.string, color: '#9a4a12' },
  { tag: tags.number, color: '#1a5fb4' },
  { tag: tags.comment, color: '#5d6b6a', fontStyle: 'italic' },
  { tag: tags.meta, color: '#94600b' },
  { tag: tags.variableName, color: '#1a5fb4' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: '#0f5e5a' },
])

const THEME = EditorView.theme({
  '&': { fontSize: '13px', height: '100%', backgroundColor: '#fff' },
  '&.cm-focused': { outline: '2px solid #1d9a8d' },
  '.cm-scroller': { fontFamily: "ui-monospace, Consolas, 'DejaVu Sans Mono', monospace", overflow: 'auto' },
  '.q-fired': { backgroundColor: '#e3f4e8', boxShadow: 'inset 3px 0 #2c7a4b' },
  '.q-silent': { backgroundColor: '#f3f4f4', boxShadow: 'inset 3px 0 #9aa5a4' },
  '.q-never': { backgroundColor: '#fdf3dd', boxShadow: 'inset 3px 0 #94600b' },
  '.q-problem': { backgroundColor: '#fbe6e3' },
})

/** Puts an editor into a shadow root: its styles need no exception from the page's content policy. */
export function editorIn(root: ShadowRoot, settings: Settings): EditorView {
  return new EditorView({ parent: root, root, state: stateOf(settings) })
}

/** A state for another file: it has a history of its own. */
export function stateOf(settings: Settings): EditorState {
  return EditorState.create({ doc: settings.text, extensions: extensions(settings) })
}

function extensions({ language, label, changed, vocabulary }: Settings): Extension[] {
  return [
    lineNumbers(), history(), bracketMatching(), closeBrackets(), highlightActiveLine(), lintGutter(), marks, THEME,
    syntaxHighlighting(COLOURS),
    language === 'drl' ? drl : language === 'yaml' ? [yaml(), EditorView.lineWrapping] : [],
    autocompletion({ override: [(context) => completion(context, language, vocabulary())] }),
    keymap.of([...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
  ]
}

function completion(context: CompletionContext, language: string, vocabulary: Vocabulary): CompletionResult | null {
  const word = context.matchBefore(/[\p{L}\w.-]*/u)
  const quoted = context.matchBefore(/parameters\.\w+\(\s*"[^"\n]*/)
  if (language !== 'drl' || !word || (!context.explicit && !word.text && !quoted)) return null
  const from = quoted
    ? quoted.from + quoted.text.lastIndexOf('"') + 1
    : word.from + word.text.lastIndexOf('.') + 1
  const options = wordsAfter(context.state.sliceDoc(0, from), vocabulary)
  return options.length ? { from, options, validFor: /^[\w.-]*$/ } : null
}

/** Shows what is wrong at its lines; what has no line is shown elsewhere. */
export function showProblems(view: EditorView, problems: PackError[]): void {
  const { doc } = view.state
  const found = problems
    .filter((one) => one.line && one.line <= doc.lines)
    .map((one): Diagnostic => {
      const { from, to } = doc.line(one.line!)
      return { from, to, severity: 'error', message: String(one.message), source: one.code }
    })
  view.dispatch(setDiagnostics(view.state, found))
}

export function showMarks(view: EditorView, lines: LineMark[]): void {
  view.dispatch({ effects: mark.of(lines) })
}

/** Goes to a line and shows it. */
export function goTo(view: EditorView, line: number): void {
  const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines)).from
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
  view.focus()
}

function decorations(state: EditorState, lines: LineMark[]): DecorationSet {
  const ranges = lines.flatMap(({ from, to, kind }) => {
    const last = Math.min(to, state.doc.lines)
    const length = Math.max(0, last - from + 1)
    return Array.from({ length }, (_, at) => Decoration.line({ class: `q-${kind}` }).range(state.doc.line(from + at).from))
  })
  return Decoration.set(ranges, true)
}

import { StreamLanguage, type StringStream } from '@codemirror/language'

const WORDS = new Set([
  'package', 'import', 'global', 'rule', 'extends', 'when', 'then', 'end', 'salience', 'not', 'exists', 'forall', 'and', 'or',
  'from', 'matches', 'contains', 'memberOf', 'in', 'over', 'this', 'new', 'true', 'false', 'null', 'declare', 'query', 'function',
])

interface State {
  comment: boolean
}

/** Highlights rules: their words, types of facts, bound variables, annotations, texts and comments. */
export const drl = StreamLanguage.define<State>({
  name: 'drl',
  startState: () => ({ comment: false }),
  token(stream, state) {
    if (state.comment) return inComment(stream, state)
    if (stream.eatSpace()) return null
    if (stream.match('//')) return rest(stream, 'comment')
    if (stream.match('/*')) {
      state.comment = true
      return inComment(stream, state)
    }
    return token(stream)
  },
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } }, closeBrackets: { brackets: ['(', '[', '{', '"'] } },
})

function token(stream: StringStream): string | null {
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^'\\]|\\.)*'?/)) return 'string'
  if (stream.match(/^@\w+/)) return 'meta'
  if (stream.match(/^\$[\p{L}\w]*/u)) return 'variableName'
  if (stream.match(/^\d+(?:\.\d+)?/)) return 'number'
  const word = stream.match(/^[\p{L}_][\p{L}\w-]*/u) as RegExpMatchArray | null
  if (word) return WORDS.has(word[0]) ? 'keyword' : /^\p{Lu}/u.test(word[0]) ? 'typeName' : null
  stream.next()
  return null
}

function rest(stream: StringStream, style: string): string {
  stream.skipToEnd()
  return style
}

function inComment(stream: StringStream, state: State): string {
  while (!stream.eol()) {
    if (stream.match('*/')) {
      state.comment = false
      break
    }
    stream.next()
  }
  return 'comment'
}

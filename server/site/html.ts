import { escapeHtml } from '../escape-html.ts'

/** Text that is HTML already. Only `html` and `raw` make it, so nothing that has come in as data can pass for it. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** What may stand in a template: HTML as it is, everything else escaped; nothing for `false`, `null` and `undefined`. */
export type Part = Html | string | number | false | null | undefined | readonly Part[]

export const NOTHING = new Html('')

/** A piece of HTML. Whatever is put into it is escaped, for text and for quoted attributes alike, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = written(strings)
  let text = pieces[0] ?? ''
  for (let at = 0; at < parts.length; at++) text += textOf(parts[at]) + (pieces[at + 1] ?? '')
  return new Html(text)
}

/** HTML that some other program has made and made safe. */
export function raw(text: string): Html {
  return new Html(text)
}

/** A sentence of the catalogue with HTML in its gaps: `Läs {version}.` */
export function fill(sentence: string, gaps: Readonly<Record<string, Part>>): Html {
  const text = sentence
    .split(/\{(\w+)\}/u)
    .map((piece, at) => (at % 2 === 0 ? escapeHtml(piece) : textOf(gaps[piece])))
    .join('')
  return new Html(text)
}

export function join(parts: readonly Part[], between: string): Html {
  return new Html(parts.map(textOf).join(escapeHtml(between)))
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if (part === false || part === null || part === undefined) return ''
  let text = ''
  for (const each of part) text += textOf(each)
  return text
}

const collapsed = new WeakMap<TemplateStringsArray, readonly string[]>()

/** A template's own text without the line breaks and indents that it has for the sake of those who read the code. */
function written(strings: TemplateStringsArray): readonly string[] {
  const known = collapsed.get(strings)
  if (known) return known
  const pieces = strings.map((piece, at) => {
    const folded = piece.replace(/\s*\n\s*/gu, ' ')
    return at === 0 ? folded.trimStart() : at === strings.length - 1 ? folded.trimEnd() : folded
  })
  collapsed.set(strings, pieces)
  return pieces
}

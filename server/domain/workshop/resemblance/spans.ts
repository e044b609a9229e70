import type { Likeness } from '../../../../schemas/types.ts'
import type { Said } from './likeness.ts'
import { meaningReader, type Meaning, type MeaningReader } from './read-meaning.ts'
import { TELLING } from './thesaurus.ts'

/** A stretch of a statement's text, in UTF-16 units; the end is exclusive. */
export type Span = { readonly start: number; readonly end: number; readonly kind: 'shared' | 'own' }

type Mark = Span['kind'] | 'passing'

/**
 * Where in its text a statement says what others say as well, and where it says something of its own. In order, and
 * none over another. What is its own runs together with the small words between and before ("utan att någon skadas");
 * shared words stand one by one. Words for whoever is helped are not marked where others name somebody too.
 */
export function spansOf(
  { id, text }: Said,
  likeness: Pick<Likeness, 'own'>,
  read: MeaningReader = meaningReader(),
): Span[] {
  const own = likeness.own.find(({ statementId }) => statementId === id)
  if (!own) return []
  const meaning = read(text)
  const marks = markWords(meaning, new Set(own.words))
  const spans: Span[] = []
  for (let at = 0; at < marks.length; at += 1) {
    const kind = marks[at]
    if (kind !== 'own' && kind !== 'shared') continue
    const first = kind === 'own' ? ownBegin(meaning, marks, at) : at
    if (kind === 'own') at = ownEnd(marks, at)
    spans.push({ start: meaning.words[first]?.start ?? 0, end: meaning.words[at]?.end ?? 0, kind })
  }
  return spans
}

function markWords({ words, tokens }: Meaning, own: ReadonlySet<string>): (Mark | undefined)[] {
  const marks: (Mark | undefined)[] = words.map(() => undefined)
  for (const { at, written, weight } of tokens) {
    const mark: Mark = own.has(written) ? 'own' : weight >= TELLING ? 'shared' : 'passing'
    for (const place of at) marks[place] = mark
  }
  return marks
}

function ownBegin({ words }: Meaning, marks: readonly (Mark | undefined)[], from: number): number {
  let at = from
  while (at > 0 && marks[at - 1] === undefined && words[at]?.gap === 'none') at -= 1
  return at
}

function ownEnd(marks: readonly (Mark | undefined)[], from: number): number {
  let end = from
  for (let at = from; at < marks.length && marks[at] !== 'shared'; at += 1) if (marks[at] === 'own') end = at
  return end
}

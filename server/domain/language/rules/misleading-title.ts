import { bindPhrases, findPhrases, type Match } from '../phrases.ts'
import { placeOf, wordsBetween, type Remark, type Rule, type TextReading } from '../text-reading.ts'
import { wordSet } from '../word-lists.ts'

export type TitleData = {
  readonly level: readonly string[]
  readonly obligation: readonly string[]
  readonly assessment: readonly string[]
  /** Forms of assessment only where they stand alone: "Prov", "Hygien: prov". */
  readonly loneAssessment: string
  readonly notCodes: string
}

type Kind = 'level' | 'obligation' | 'assessment'

/**
 * A module title tells what the module is about. Level, code, obligation and form of assessment stand elsewhere and
 * change without the content changing. "Grunder i …" is a normal Swedish title and is left alone.
 */
export function misleadingTitle(data: TitleData): Rule {
  const kinds = ['level', 'obligation', 'assessment'] as const
  const book = bindPhrases<Kind>(kinds.flatMap((kind) => data[kind].map((phrase) => [phrase, kind] as const)))
  const lone = wordSet(data.loneAssessment)
  const notCodes = wordSet(data.notCodes)
  return (reading) => {
    const found = findPhrases(reading.words, book)
    if (found.length > 0) return found.map((match) => remark(reading, match, match.about))
    const { words } = reading
    const assessment = words.findIndex(({ lower }, at) => lone.has(lower) && standsAlone(reading, at))
    if (assessment >= 0) return [remark(reading, { from: assessment, to: assessment + 1 }, 'assessment')]
    const code = words.findIndex(
      ({ start, end, lower }, at) =>
        !notCodes.has(lower) &&
        (isCode(reading.text.slice(start, end)) ||
          (isShortCode(reading.text.slice(start, end), at) && standsAlone(reading, at))),
    )
    if (code >= 0) return [remark(reading, { from: code, to: code + 1 }, 'code')]
    return endsInNumber(reading)
      ? [remark(reading, { from: words.length - 1, to: words.length }, 'level')]
      : []
  }
}

function remark(
  reading: TextReading,
  { from, to }: Pick<Match<Kind>, 'from' | 'to'>,
  note: Kind | 'code',
): Remark {
  return {
    rule: 'title/misleading',
    severity: 'hint',
    note,
    field: 'title',
    ...placeOf(reading, from, to),
    values: { words: wordsBetween(reading, from, to) },
  }
}

/** Between the ends of the title and its punctuation, since "prov" is a sample as well. */
function standsAlone({ words }: TextReading, at: number): boolean {
  const opens = at === 0 || words[at]?.gap !== 'none'
  const closes = at === words.length - 1 || words[at + 1]?.gap !== 'none'
  return opens && closes
}

const code =
  /^\p{Lu}{2,}[-.]?\p{N}|^\p{Lu}{4,}\p{Lu}*\p{N}|^\p{L}{1,3}-?\p{N}{2,}|^\p{N}+\p{L}{2,}\p{N}*$|^\p{N}+[.:]\p{N}+$/u

const shortCode = /^\p{Lu}{1,3}\p{N}$/u
const listNumber = /^\p{N}{1,2}\p{Ll}?$/u

/** "VOO-104", "LAG200" */
function isCode(written: string): boolean {
  return code.test(written)
}

/** "M4", "4" or "1b": a code only where it stands alone, and a number only where it opens the title. */
function isShortCode(written: string, at: number): boolean {
  return shortCode.test(written) || (at === 0 && listNumber.test(written))
}

/** "Vård och omsorg 2", "Svetsning II" */
function endsInNumber({ text, words }: TextReading): boolean {
  const last = words.at(-1)
  return (
    words.length > 1 &&
    last?.gap === 'none' &&
    /^(?:[1-9]|I{1,3}|IV)$/u.test(text.slice(last.start, last.end))
  )
}

import { phraseAt, phraseSet } from '../phrases.ts'
import { placeOf, wordsBetween, type Rule, type TextReading } from '../text-reading.ts'
import { wordSet } from '../word-lists.ts'

export type ProtectedTitleData = {
  readonly titles: readonly string[]
  /** Protected also as the last part of a longer word: "skolpsykolog". */
  readonly asLastPart: string
  /** Words that contain a protected title and of which experts differ. */
  readonly debatable: string
  readonly licensed: string
  /** What stands before somebody who is helped: "assistent hos fysioterapeut". */
  readonly helper: string
  readonly endings: string
}

/** Only those with a licence or a decision may use a protected occupational title, so a profile cannot lend it. */
export function protectedTitle(data: ProtectedTitleData): Rule {
  const inflected = (word: string) => [
    word,
    ...data.endings.split(' ').map((ending) => stemOf(word) + ending),
  ]
  const last = data.asLastPart.split(' ').flatMap((word) => inflected(word).map((form) => `*${form}`))
  const phrases = [...data.titles.map((title) => lastWord(title, inflected)), last.join('|')]
  const book = phraseSet(phrases)
  const debatable = new Set(data.debatable.split(' ').flatMap(inflected))
  const licensed = wordSet(data.licensed)
  const helper = wordSet(data.helper)
  return (reading) => {
    for (let at = 0; at < reading.words.length; at += 1) {
      const { lower = '' } = reading.words[at] ?? {}
      if (helper.has(lower)) return []
      if (debatable.has(lower)) continue
      const to = licensed.has(lower) ? at + 1 : phraseAt(reading.words, at, book)?.to
      if (to !== undefined) return [remark(reading, at, to)]
    }
    return []
  }
}

/** The title with its last word in every form. */
function lastWord(title: string, inflected: (word: string) => string[]): string {
  const words = title.split(' ')
  return [...words.slice(0, -1), inflected(words.at(-1) ?? '').join('|')].join(' ')
}

function stemOf(word: string): string {
  return word.endsWith('a') ? word.slice(0, -1) : word
}

function remark(reading: TextReading, from: number, to: number): ReturnType<Rule>[number] {
  return {
    rule: 'title/protected',
    severity: 'warning',
    note: 'title',
    field: 'title',
    ...placeOf(reading, from, to),
    values: { words: wordsBetween(reading, from, to) },
  }
}

import type { LearningOutcome } from '../../../schemas/types.ts'
import type { MainVerbs } from './main-verbs.ts'
import type { Sentence } from './sentence.ts'
import type { RepeatedStem } from './stem.ts'
import type { Word } from './words.ts'

export type TextKind = 'criterion' | 'outcome' | 'suitability' | 'moduleTitle' | 'profileTitle'

/** A text with what it is judged by: nothing else bears on the advice it gets. */
export type TextInContext = {
  readonly kind: TextKind
  readonly text: string
  readonly category?: LearningOutcome['category'] | undefined
  /** SeQF level of the module, null if nobody has entered one. */
  readonly level: number | null
  /** The profile's stem, for example "Deltagaren kan". */
  readonly stem: string
  /** Suitability items: the reason in the work. */
  readonly reason?: string | undefined
}

/** A text as the rules see it. */
export type TextReading = TextInContext & {
  readonly words: readonly Word[]
  readonly sentence: Sentence
  readonly repeatedStem: RepeatedStem | undefined
  /** Index of the first word after a list marker and a repeated stem. */
  readonly begin: number
  readonly main: MainVerbs
  /** The same item with another text, to try a fix on. */
  readonly reread: (text: string) => TextReading
}

/** What a rule says about a text, before it is put into a language. */
export type Remark = {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'hint'
  /** Which of the rule's messages. */
  readonly note: string
  readonly field: string
  readonly start: number
  readonly end: number
  readonly values?: Readonly<Record<string, RemarkValue>>
  readonly fix?: {
    readonly values?: Readonly<Record<string, RemarkValue>>
    readonly texts: readonly [string, ...string[]]
  }
}

/** A list is shown as quoted alternatives. */
export type RemarkValue = string | number | readonly string[]

export type Rule = (reading: TextReading) => readonly Remark[]

/** The words of a text from one index up to another, as written. */
export function wordsBetween({ text, words }: TextReading, from: number, to: number): string {
  return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0)
}

/** Positions of the words from one index up to another. */
export function placeOf({ words }: TextReading, from: number, to: number): { start: number; end: number } {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
}

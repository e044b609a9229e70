import en from './sentences.en.json' with { type: 'json' }
import sv from './sentences.sv.json' with { type: 'json' }

export type Locale = 'sv' | 'en'
type Sentence = keyof typeof sv
/** One that is worded by how many it is about: its key goes on with `.one` and `.other`. */
type Counted = Sentence extends infer Key ? (Key extends `${infer Stem}.other` ? Stem : never) : never
type Values = Readonly<Record<string, string | number>>

const SENTENCES: Record<Locale, Record<Sentence, string>> = { sv, en }
const LANGUAGES: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' }

/** A sentence of the catalogue, with the values that it names; a gap for which there is no value stays, so that it is seen. */
export function say(locale: Locale, sentence: Sentence, values: Values = {}): string {
  return SENTENCES[locale][sentence].replaceAll(/\{(?<name>[a-zA-Z]+)\}/gu, (gap, name: string) =>
    String(values[name] ?? gap),
  )
}

/** The same of a sentence that is worded by how many it is about. */
export function sayCounted(
  locale: Locale,
  sentence: Counted,
  values: Values & { readonly count: number },
): string {
  return say(locale, `${sentence}.${values.count === 1 ? 'one' : 'other'}`, values)
}

/** a, b och c. */
export function listAll(locale: Locale, things: readonly string[]): string {
  return new Intl.ListFormat(LANGUAGES[locale], { type: 'conjunction' }).format(things)
}

/** a, b eller c. */
export function listAny(locale: Locale, things: readonly string[]): string {
  return new Intl.ListFormat(LANGUAGES[locale], { type: 'disjunction' }).format(things)
}

/** As a sentence begins. */
export function withCapital(locale: Locale, words: string): string {
  return words.charAt(0).toLocaleUpperCase(LANGUAGES[locale]) + words.slice(1)
}

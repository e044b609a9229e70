import { LANGUAGES, type TextKey, type Texts } from '../../texts.ts'

type Stem<K> = K extends `${infer S}.one` ? S : never
/** What the catalogue can count for the panel: texts with a form for one and a form for several. */
type Countable = Stem<Extract<TextKey, `panel.${string}`>>

/** A number with what is counted: 1 ledamot, 11 ledamöter. */
export function countInWords({ text, locale }: Texts, what: Countable, count: number): string {
  const written = new Intl.NumberFormat(LANGUAGES[locale]).format(count)
  return text(count === 1 ? `${what}.one` : `${what}.other`, { count: written })
}

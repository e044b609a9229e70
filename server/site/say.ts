import { EASY_SWEDISH } from '../domain/profile/text-variants.ts'
import { LOCALES, type Locale, type TextValues } from '../i18n/catalogue.ts'
import { addressesIn, type Addresses } from './addresses.ts'
import { html, NOTHING, type Html } from './html.ts'
import { siteText, type TextKey } from './texts.ts'

/** Texts for one of something and for several, in figures (8 modules) and in words (one module, eight modules). */
type CountKey = TextKey extends infer Key ? (Key extends `${infer Of}.one` ? Of : never) : never
export type WordKey = TextKey extends infer Key ? (Key extends `${infer Of}.single` ? Of : never) : never

/** How a page speaks in one language: its texts, numbers, days and addresses. */
export type Say = {
  readonly locale: Locale
  readonly to: Addresses
  readonly text: (key: TextKey, values?: TextValues) => string
  /** In figures: 8 modules, 1 module. */
  readonly count: (what: CountKey, count: number) => string
  /** In words up to twelve, as Swedish is written. */
  readonly inWords: (what: WordKey, count: number) => string
  /** A number alone, in words up to twelve. */
  readonly number: (count: number) => string
  /** A calendar day, given as YYYY-MM-DD: 20 November 2026. */
  readonly day: (date: string) => string
  /** The month of it: November 2026. */
  readonly month: (date: string) => string
  /** The day on which a moment (RFC 3339) falls in Sweden. */
  readonly dayOf: (moment: string) => string
  /** That day and the time on Swedish clocks: 20 November 2026, 14:32. */
  readonly moment: (moment: string) => string
  /** Several things in a sentence: a, b and c. */
  readonly list: (things: readonly string[]) => string
  /** The name of a language by its tag; the tag itself if it has no name. */
  readonly language: (tag: string) => string
  /** What an element with a profile's own words needs: their language, on a page in another one. */
  readonly swedish: Html
}

const TAGS: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' }
/** Between hours and minutes. */
const CLOCK_SIGN: Record<Locale, string> = { sv: '.', en: ':' }
const SPELT_OUT = 12

const spoken = new Map<Locale, Say>(LOCALES.map((locale) => [locale, speak(locale)]))

export function sayIn(locale: Locale): Say {
  return spoken.get(locale) ?? speak(locale)
}

function speak(locale: Locale): Say {
  const tag = TAGS[locale]
  const text: Say['text'] = (key, values) => siteText(locale, key, values)
  const figures = new Intl.NumberFormat(tag)
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' })
  const day = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const swedishDay = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Stockholm',
  })
  const clock = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  })
  const number = (count: number) =>
    count > 1 && count <= SPELT_OUT ? text(`numbers.${count}` as TextKey) : figures.format(count)
  const counted = (what: string, form: 'single' | 'one' | 'other', count: string) =>
    text(`${what}.${form}` as TextKey, { count })

  return {
    locale,
    to: addressesIn(locale),
    text,
    number,
    count: (what, count) => counted(what, count === 1 ? 'one' : 'other', figures.format(count)),
    inWords: (what, count) => counted(what, count === 1 ? 'single' : 'other', number(count)),
    day: (date) => unbroken(day.format(new Date(`${date}T00:00:00Z`))),
    month: (date) => month.format(new Date(`${date}T00:00:00Z`)),
    dayOf: (moment) => unbroken(swedishDay.format(new Date(moment))),
    moment: (moment) =>
      text('moment', {
        day: unbroken(swedishDay.format(new Date(moment))),
        time: clock.format(new Date(moment)).replace(':', CLOCK_SIGN[locale]),
      }),
    list: (things) => conjunction.format(things),
    language: (code) => (code === EASY_SWEDISH ? text('easySwedish') : nameOf(languages, code)),
    swedish: locale === 'sv' ? NOTHING : html`lang="sv"`,
  }
}

/** A day keeps its number on the line of its month. */
function unbroken(day: string): string {
  return day.replace(' ', '\u00A0')
}

function nameOf(languages: Intl.DisplayNames, code: string): string {
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}

/** The first letter large, for a sentence that begins with a number or a name of something. */
export function capitalized(sentence: string): string {
  const [first = ''] = sentence
  return first.toUpperCase() + sentence.slice(first.length)
}

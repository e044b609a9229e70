import en from './texts.en.json' with { type: 'json' }
import sv from './texts.sv.json' with { type: 'json' }

export type Locale = 'sv' | 'en'
export type TextKey = keyof typeof sv

const CATALOGUES: Record<Locale, Record<TextKey, string>> = { sv, en }
/** The languages of the catalogues as documents name them. */
export const LANGUAGES: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' }

export type Texts = ReturnType<typeof makeTexts>

const made = new Map<Locale, Texts>()

/** The catalogue's texts in a language, with dates and numbers as that language writes them. */
export function textsIn(locale: Locale): Texts {
  let texts = made.get(locale)
  if (!texts) made.set(locale, (texts = makeTexts(locale)))
  return texts
}

function makeTexts(locale: Locale) {
  const catalogue = CATALOGUES[locale]
  const text = (key: TextKey, values: Readonly<Record<string, string | number>> = {}): string =>
    catalogue[key].replace(/\{(?<name>[a-zA-Z]+)\}/gu, (gap, name: string) => String(values[name] ?? gap))
  const plural = new Intl.PluralRules(LANGUAGES[locale])
  const number = new Intl.NumberFormat(LANGUAGES[locale])
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  const conjunction = new Intl.ListFormat(LANGUAGES[locale], { type: 'conjunction' })
  const clock = {
    timeZone: 'Europe/Stockholm',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  const dates = {
    day: new Intl.DateTimeFormat(LANGUAGES[locale], { ...DAY, timeZone: 'UTC' }),
    today: new Intl.DateTimeFormat(LANGUAGES[locale], { ...DAY, timeZone: 'Europe/Stockholm' }),
    clock: new Intl.DateTimeFormat(LANGUAGES[locale], clock),
  }

  return {
    locale,
    text,
    count: (what: Countable, count: number): string =>
      text(`${what}.${plural.select(count) === 'one' ? 'one' : 'other'}`, { count: number.format(count) }),
    /** A calendar day, given as YYYY-MM-DD: 20 november 2026. */
    day: (date: string): string => dates.day.format(new Date(`${date}T00:00:00Z`)),
    /** A moment as the clock shows it in Sweden; given in RFC 3339. */
    moment: (time: string): string => {
      const [hours = '', minutes = ''] = dates.clock.format(new Date(time)).split(':')
      return text('moment', { day: dates.today.format(new Date(time)), hours, minutes })
    },
    /** Several things in a sentence: a, b och c. */
    list: (things: readonly string[]): string => conjunction.format(things),
    /** The name of a language by its tag; the tag itself if it has no name. */
    language: (tag: string): string => {
      try {
        return languages.of(tag) ?? tag
      } catch {
        return tag
      }
    },
  }
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

type Countable =
  | 'modules'
  | 'outcomes'
  | 'criteria'
  | 'volume.hours'
  | 'volume.days'
  | 'volume.points'
  | 'workshop.cards'
  | 'workshop.themes'
  | 'workshop.groups'
  | 'workshop.participants'
  | 'workshop.minutes.minutes'

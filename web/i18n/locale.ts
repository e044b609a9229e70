type Locale = 'sv' | 'en'

export type KeysOf<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : KeysOf<T[Key], `${Prefix}${Key}.`>
}[keyof T & string]

/** What a text that there is one of for one thing, and another for several, is called by. */
type PluralOf<Key> = Key extends `${infer Stem}.one` ? Stem : never
type Values = Readonly<Record<string, string | number>>

const REMEMBERED = 'profilverkstad.locale'

/** Swedish, unless this reader has chosen English. */
export function locale(): Locale {
  return globalThis.localStorage?.getItem(REMEMBERED) === 'en' ? 'en' : 'sv'
}

export function chooseLocale(chosen: Locale): void {
  localStorage.setItem(REMEMBERED, chosen)
}

/**
 * The texts of a catalogue that every language has with the same keys. `t` gives one with `{name}` replaced by the
 * value of that name; `plural` gives the one for one thing or for several, where `{count}` is the number.
 */
export function textsFrom<Catalogue>(catalogues: Record<Locale, Catalogue>) {
  type Key = KeysOf<Catalogue>
  const t = (key: Key, values: Values = {}): string => {
    const found = String(key)
      .split('.')
      .reduce<unknown>(
        (node, part) => (node as Readonly<Record<string, unknown>>)[part],
        catalogues[locale()],
      )
    return String(found).replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
  }
  const plural = (key: PluralOf<Key>, count: number, values: Values = {}): string =>
    t(`${String(key)}.${count === 1 ? 'one' : 'other'}` as Key, { count: formatNumber(count), ...values })
  return { t, plural }
}

/** How dates, times and numbers are written; English as in Britain, where the day has 24 hours and comes first. */
const FORMATS: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' }

/** One for each language: they are slow to make, and a board asks for many numbers. */
const numbers = new Map<Locale, Intl.NumberFormat>()

export function formatNumber(value: number): string {
  const chosen = locale()
  const format = numbers.get(chosen) ?? new Intl.NumberFormat(FORMATS[chosen])
  numbers.set(chosen, format)
  return format.format(value)
}

/** A clock time such as 14.32; in English 14:32. */
export function formatTime(at: Date): string {
  const time = new Intl.DateTimeFormat(FORMATS[locale()], { hour: '2-digit', minute: '2-digit' }).format(at)
  return locale() === 'sv' ? time.replace(':', '.') : time
}

/** What an item is called, inside a sentence: kriterium 4.3 b. */
export function inSentence(name: string): string {
  return name.charAt(0).toLocaleLowerCase(FORMATS[locale()]) + name.slice(1)
}

/** A day such as 22 november 2026. */
export function formatDay(at: Date): string {
  return new Intl.DateTimeFormat(FORMATS[locale()], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at)
}

/** Today in Sweden, such as 2026-11-22, wherever the reader sits: decisions are dated there. */
export function todayInSweden(now = new Date()): string {
  return new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm' }).format(now)
}

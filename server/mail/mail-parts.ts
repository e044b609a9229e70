import type { Locale } from '../i18n/catalogue.ts'
import type { Block } from './blocks.ts'
import { oneLine } from './one-line.ts'
import { mailText } from './texts.ts'

export type MailValues = Readonly<Record<string, string>>

/** An iCalendar text, and what it asks of the calendar that reads it. */
export type MailCalendar = { readonly method: 'request' | 'cancel'; readonly content: string }

/** What a kind of mail says, before it is set in type. */
export type Written = {
  readonly subject: string
  readonly blocks: readonly Block[]
  readonly calendar?: MailCalendar
}

/** What a kind of mail is written from; the installation’s name is fit for a sentence. */
export type Occasion = {
  readonly locale: Locale
  readonly installation: string
  readonly baseUrl: string
  readonly values: MailValues
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** An address can be as good as a password, and URL's own error would repeat it, for the log to keep. */
export function link(locale: Locale, label: string, address: string): Block {
  if (!/^https?:/u.test(address) || !URL.canParse(address)) throw new Error('the link is no web address')
  return { kind: 'link', label, address: new URL(address).href, copy: mailText(locale, 'copy') }
}

/** A value as it is. Throws when it is missing; it may be empty. */
export function needed(values: MailValues, name: string): string {
  const value = values[name]
  if (value === undefined) throw new Error(`the mail says ${name}, and was given none`)
  return value
}

/** A value that somebody has written, fit for a sentence. */
export function said(values: MailValues, name: string): string {
  return oneLine(needed(values, name))
}

/** A value that somebody has written on several lines; those that are empty are left out. */
export function saidInLines(values: MailValues, name: string): readonly string[] {
  return needed(values, name)
    .split(/[\n\r]/u)
    .map(oneLine)
    .filter(Boolean)
}

export function counted(values: MailValues, name: string): number {
  const count = Number(needed(values, name))
  if (!Number.isSafeInteger(count) || count < 0)
    throw new Error(`the mail counts ${name}, which is no number`)
  return count
}

/** A value that is one of a few codes, each with words of its own. */
export function oneOf<Code extends string>(values: MailValues, name: string, codes: readonly Code[]): Code {
  const value = needed(values, name)
  const code = codes.find((each) => each === value)
  if (code === undefined) throw new Error(`the mail has no words for that ${name}`)
  return code
}

export function numeral(count: number): 'one' | 'other' {
  return count === 1 ? 'one' : 'other'
}

const HOUR = 60
const DAY = 24 * HOUR

/** A number of minutes in the largest unit that it comes out even in. */
export function duration(locale: Locale, minutes: number): string {
  const [unit, count] =
    minutes % DAY === 0
      ? (['days', minutes / DAY] as const)
      : minutes % HOUR === 0
        ? (['hours', minutes / HOUR] as const)
        : (['minutes', minutes] as const)
  return mailText(locale, `${unit}.${numeral(count)}`, { count })
}

/** What holds for a link that signs its reader in; nothing where no number of `days` is given, for a common address. */
export function ownLink(locale: Locale, values: MailValues): readonly Block[] {
  if (!values['days']) return []
  const time = duration(locale, counted(values, 'days') * DAY)
  return [paragraph(mailText(locale, 'ownLink', { time }))]
}

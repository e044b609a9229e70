import en from './en.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }

export type Locale = 'sv' | 'en'
export const LOCALES: readonly Locale[] = ['sv', 'en']

/** English has the same keys as Swedish, or this does not compile. */
const CATALOGUES: Record<Locale, typeof sv> = { sv, en }

type KeysOf<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : KeysOf<T[Key], `${Prefix}${Key}.`>
}[keyof T & string]

/** A text's place in the catalogue, for example `site.versions.title`. */
export type TextKey = KeysOf<typeof sv>

export type TextValues = Readonly<Record<string, string | number>>

/** A text of the catalogue with `{name}` replaced by the value of that name. */
export function text(locale: Locale, key: TextKey, values: TextValues = {}): string {
  const found = key
    .split('.')
    .reduce<unknown>((node, part) => (node as Readonly<Record<string, unknown>>)[part], CATALOGUES[locale])
  return String(found).replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
}

/** Two texts, `.one` and `.other`, for one thing and for several. */
export function plural(locale: Locale, key: PluralKey, count: number): string {
  return text(locale, `${key}.${count === 1 ? 'one' : 'other'}`, {
    count: new Intl.NumberFormat(locale).format(count),
  })
}

type PluralKey = TextKey extends infer Key ? (Key extends `${infer Stem}.one` ? Stem : never) : never

export type Locale = 'sv' | 'en'
export const LOCALES: readonly Locale[] = ['sv', 'en']

export type TextValues = Readonly<Record<string, string | number>>

/** The places of a catalogue's texts, for example `versions.title`. A misspelt one does not compile. */
export type KeysOf<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : KeysOf<T[Key], `${Prefix}${Key}.`>
}[keyof T & string]

/**
 * A text's lookup in a catalogue: `{name}` in it is replaced by the value of that name. English has the same keys as
 * Swedish, or this does not compile.
 */
export function catalogue<Texts>(sv: Texts, en: NoInfer<Texts>) {
  const texts: Record<Locale, Texts> = { sv, en }
  return (locale: Locale, key: KeysOf<Texts>, values: TextValues = {}): string => {
    const found = String(key)
      .split('.')
      .reduce<unknown>((node, part) => (node as Readonly<Record<string, unknown>>)[part], texts[locale])
    return String(found).replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
  }
}

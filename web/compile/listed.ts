import { t } from '../i18n/compile.ts'
import { locale } from '../i18n/locale.ts'

/** A number as it is written in a sentence: with letters up to twelve. */
export function numeral(count: number): string {
  return t('numerals').split(' ')[count] ?? String(count)
}

/** ”säng, stol och toalett”. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(locale() === 'sv' ? 'sv' : 'en-GB', { type: 'conjunction' }).format(words)
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

/** ”grupp 2”, ”grupp 2 och 4”. */
export function groupsNamed(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other)
  return t(sorted.length === 1 ? 'group.one' : 'group.several', { numbers: listed(sorted.map(String)) })
}

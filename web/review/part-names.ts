import { t } from '../i18n/review.ts'
import type { Desk } from './desk.ts'

type Named = { readonly number: string; readonly title: string }

/** What a part of the text is called in a list: its number and title; the profile's own is what is said of the whole occupation. */
export function partInWords({ number, title }: Named): string {
  return number === '' ? t('part.whole') : t('part.module', { number, title })
}

/** What the part with that id is called; null for none, and for one that is no longer there. */
export function partNamed({ parts }: Pick<Desk, 'parts'>, partId: string | null): string | null {
  const part = parts.find(({ id }) => id === partId)
  return part ? partInWords(part) : null
}

import type { Missing, OccupationalProfile } from '../../schemas/types.ts'
import { idOf, itemsOf, textOf } from '../domain/profile/items.ts'
import { numberItems } from '../domain/profile/number-items.ts'
import { text, type Locale } from '../i18n/text.ts'

/** What people call an item: its number and title, or its own words if it has no number. */
export function namesIn(profile: OccupationalProfile): (itemId: string) => string {
  const numbers = numberItems(profile)
  const items = new Map(Array.from(itemsOf(profile), ({ item }) => [idOf(item), item]))
  return (itemId) => {
    const item = items.get(itemId)
    const title = item && (textOf(item, 'title') || textOf(item, 'term') || textOf(item, 'text'))
    return [numbers.get(itemId), title].filter(Boolean).join(' ') || profile.slug
  }
}

/** What a profile lacks, a line each. */
export function missingInWords(
  profile: OccupationalProfile,
  missing: readonly Missing[],
  locale: Locale,
): string[] {
  const nameOf = namesIn(profile)
  return missing.map(({ code, itemId }) => text(locale, `missing.${code}`, { number: nameOf(itemId) }))
}

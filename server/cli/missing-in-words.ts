import type { Missing, OccupationalProfile } from '../../schemas/types.ts'
import { findItem, textOf } from '../domain/profile/items.ts'
import { numberItems } from '../domain/profile/number-items.ts'
import { text, type Locale } from '../i18n/text.ts'

/** What a profile lacks, a line each: the item's number and title, and what it needs. */
export function missingInWords(
  profile: OccupationalProfile,
  missing: readonly Missing[],
  locale: Locale,
): string[] {
  const numbers = numberItems(profile)
  return missing.map(({ code, itemId }) => {
    const item = findItem(profile, itemId)?.item
    const title = item && (textOf(item, 'title') || textOf(item, 'term') || textOf(item, 'text'))
    const number = [numbers.get(itemId), title].filter(Boolean).join(' ') || profile.slug
    return text(locale, `missing.${code}`, { number })
  })
}

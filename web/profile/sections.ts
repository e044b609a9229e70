import type { Missing, OccupationalProfile } from '../../schemas/types.ts'
import { findItem, type Found } from '../../server/domain/profile/items.ts'
import type { Advice } from '../controllers/coach.ts'
import { t } from '../i18n/localize.ts'
import type { Section } from '../router.ts'
import type { EditorContext } from './editor-context.ts'

/** The part of the draft that a field of an item stands in; the profile's own fields share two. */
export function sectionOf({ kind, within }: Found, field: string): Section {
  if (within) return { part: 'module', moduleId: within.module.id }
  if (kind === 'suitability') return { part: 'suitability' }
  if (kind === 'word') return { part: 'words' }
  return { part: field === 'delimitations' ? 'delimitations' : 'role' }
}

/** What an item is called, for example “Kriterium 4.3 b”. */
export function nameOfItem(
  { profile, numbers }: Pick<EditorContext, 'profile' | 'numbers'>,
  { itemKind, itemId }: Pick<Missing, 'itemKind' | 'itemId'>,
): string {
  if (itemKind === 'profile') return t('missing.profile')
  if (itemKind !== 'word') return t(`item.${itemKind}`, { number: numbers.get(itemId) ?? '' })
  const found = findItem(profile, itemId)
  return t('item.word', { term: found?.kind === 'word' ? found.item.term || t('words.new') : '' })
}

/** The part that something is said about a field in; what is said of an item that is gone is said first. */
export function placeIn(
  profile: OccupationalProfile,
  { itemId, field }: { readonly itemId: string; readonly field: string },
): Section {
  const found = findItem(profile, itemId)
  return found ? sectionOf(found, field) : { part: 'role' }
}

export function isSameSection(one: Section, other: Section): boolean {
  if (one.part !== 'module') return one.part === other.part
  return other.part === 'module' && one.moduleId === other.moduleId
}

/** The advice on what stands in one part. */
export function adviceIn({ profile, advice }: EditorContext, section: Section): Advice {
  const here = [...advice].filter(([, [first]]) => first && isSameSection(placeIn(profile, first), section))
  return new Map(here)
}

/** Whether nothing is written there yet. */
export function isEmpty(profile: OccupationalProfile, section: Section): boolean {
  switch (section.part) {
    case 'role':
      return false
    case 'suitability':
      return profile.personalSuitability.length === 0
    case 'delimitations':
      return profile.delimitations.trim() === ''
    case 'words':
      return profile.wordList.length === 0
    case 'module': {
      const link = profile.modules.find(({ module }) => module.id === section.moduleId)
      return link?.module.outcomes.length === 0
    }
  }
}

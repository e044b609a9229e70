import type {
  AssessmentCriterion,
  LearningOutcome,
  ModuleLink,
  OccupationalProfile,
  SuitabilityItem,
  WordListEntry,
} from '../../../schemas/types.ts'

/** Everything in a profile that has an id of its own. A module counts with its link, where its obligation stands. */
export type ItemOf = {
  profile: OccupationalProfile
  module: ModuleLink
  outcome: LearningOutcome
  criterion: AssessmentCriterion
  suitability: SuitabilityItem
  word: WordListEntry
}
export type ItemKind = keyof ItemOf
export type ChildKind = Exclude<ItemKind, 'profile'>
export type Item = ItemOf[ChildKind]

/** An item with the place where it stands. `within` is the module link around an outcome or criterion, or the module's own. */
export type Found = {
  [Kind in ItemKind]: {
    readonly kind: Kind
    readonly item: ItemOf[Kind]
    readonly parentId: string
    readonly siblings: readonly ItemOf[Kind][]
    readonly within: ModuleLink | undefined
  }
}[ItemKind]

export function idOf(item: Item | OccupationalProfile): string {
  return 'module' in item ? item.module.id : item.id
}

/** Every item of a profile, the profile first, in the order of the text. */
export function* itemsOf(profile: OccupationalProfile): Generator<Found> {
  const root = { parentId: profile.id, within: undefined }
  yield { kind: 'profile', item: profile, siblings: [profile], ...root }
  for (const item of profile.personalSuitability) {
    yield { kind: 'suitability', item, siblings: profile.personalSuitability, ...root }
  }
  for (const within of profile.modules) {
    yield { kind: 'module', item: within, siblings: profile.modules, parentId: profile.id, within }
    yield* itemsWithin(within)
  }
  for (const item of profile.wordList) yield { kind: 'word', item, siblings: profile.wordList, ...root }
}

function* itemsWithin(within: ModuleLink): Generator<Found> {
  const { id, outcomes } = within.module
  for (const outcome of outcomes) {
    yield { kind: 'outcome', item: outcome, siblings: outcomes, parentId: id, within }
    for (const item of outcome.criteria) {
      yield { kind: 'criterion', item, siblings: outcome.criteria, parentId: outcome.id, within }
    }
  }
}

export function findItem(profile: OccupationalProfile, id: string): Found | undefined {
  for (const found of itemsOf(profile)) if (idOf(found.item) === id) return found
  return undefined
}

/** The kind of parent that each kind of item stands under. */
export const PARENT_KIND: Record<ChildKind, ItemKind> = {
  module: 'profile',
  suitability: 'profile',
  word: 'profile',
  outcome: 'module',
  criterion: 'outcome',
}

/** The id of the sibling after an item, or null when it stands last: an item's place, as changes name it. */
export function nextSiblingId({ siblings, item }: Found): string | null {
  const next = siblings[(siblings as readonly unknown[]).indexOf(item) + 1]
  return next ? idOf(next) : null
}

/** A field's value. A module's obligation stands on its link, all else on the module; no variants are an empty list of them. */
export function fieldOf(item: Item | OccupationalProfile, field: string): unknown {
  const holder = 'module' in item && field !== 'obligation' ? item.module : item
  const value = (holder as unknown as Readonly<Record<string, unknown>>)[field]
  return field === 'variants' ? (value ?? []) : value
}

/** A field's text; empty for a field that is absent or holds no text. */
export function textOf(item: Item | OccupationalProfile, field: string): string {
  const value = fieldOf(item, field)
  return typeof value === 'string' ? value : ''
}

import type { LearningOutcome, Module, OccupationalProfile } from '../../../schemas/types.ts'
import { idOf, type ChildKind, type Item } from './items.ts'

/** A change of one list of siblings that works alike for every kind of item. */
export type SiblingChange = <T extends Item>(siblings: T[]) => T[]

/**
 * The profile with another list of items of that kind under that parent. What is not touched is shared with the
 * profile before, so that `===` tells which modules were: only those are stored again and checked again.
 */
export function withSiblings(
  profile: OccupationalProfile,
  kind: ChildKind,
  parentId: string,
  change: SiblingChange,
): OccupationalProfile {
  switch (kind) {
    case 'module':
      return { ...profile, modules: change(profile.modules) }
    case 'suitability':
      return { ...profile, personalSuitability: change(profile.personalSuitability) }
    case 'word':
      return { ...profile, wordList: change(profile.wordList) }
    case 'outcome':
      return withModules(profile, (module) =>
        module.id === parentId ? { ...module, outcomes: change(module.outcomes) } : module,
      )
    case 'criterion':
      return withModules(profile, (module) => withCriteria(module, parentId, change))
  }
}

/** Puts an item before the sibling with the id `before`; last when there is none such. */
export function placing(item: Item, before: string | null): SiblingChange {
  return <T extends Item>(siblings: T[]) => {
    const at = siblings.findIndex((sibling) => idOf(sibling) === before)
    return at < 0 ? [...siblings, item as T] : [...siblings.slice(0, at), item as T, ...siblings.slice(at)]
  }
}

export function removing(id: string): SiblingChange {
  return (siblings) => siblings.filter((sibling) => idOf(sibling) !== id)
}

/**
 * Gives a field of one item another value. A module's obligation stands on its link, all else on the module; an item
 * without variants has no such key.
 */
export function amending(id: string, field: string, to: unknown): SiblingChange {
  const value = field === 'variants' && Array.isArray(to) && to.length === 0 ? undefined : to
  return (siblings) =>
    siblings.map((item) => {
      if (idOf(item) !== id) return item
      return 'module' in item && field !== 'obligation'
        ? { ...item, module: { ...item.module, [field]: value } }
        : { ...item, [field]: value }
    })
}

function withModules(profile: OccupationalProfile, change: (module: Module) => Module): OccupationalProfile {
  const modules = profile.modules.map((link) => {
    const module = change(link.module)
    return module === link.module ? link : { ...link, module }
  })
  return { ...profile, modules }
}

function withCriteria(module: Module, outcomeId: string, change: SiblingChange): Module {
  if (!module.outcomes.some(({ id }) => id === outcomeId)) return module
  const outcomes = module.outcomes.map((outcome): LearningOutcome =>
    outcome.id === outcomeId ? { ...outcome, criteria: change(outcome.criteria) } : outcome,
  )
  return { ...module, outcomes }
}

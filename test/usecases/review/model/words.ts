import type { OccupationalProfile } from '../../../../schemas/types.ts'

/** Where words stand: an item, or `around <part>` for everything in a part that is no item's words. */
export type Place = string
/** The literal words of a part, by where they stand. */
export type Words = ReadonlyMap<Place, string>

/**
 * Every word of a profile, literally, by part and place. Written for the reference model alone, without a look at how the
 * product divides a text: an item's words are cut out of the part, and what is left is what stands around them.
 */
export function wordsOf(profile: OccupationalProfile): ReadonlyMap<string, Words> {
  const copy = structuredClone(profile)
  const parts = new Map<string, Map<Place, string>>()
  for (const { module, ...link } of copy.modules) {
    const words = new Map<Place, string>()
    for (const outcome of module.outcomes) {
      words.set(outcome.id, cut(outcome, 'text'))
      for (const criterion of outcome.criteria) words.set(criterion.id, cut(criterion, 'text'))
    }
    words.set(`around ${module.id}`, sorted({ ...link, module }))
    parts.set(module.id, words)
  }
  const words = new Map<Place, string>()
  for (const item of copy.personalSuitability) words.set(item.id, cut(item, 'text'))
  for (const item of copy.wordList)
    words.set(item.id, JSON.stringify([cut(item, 'term'), cut(item, 'explanation')]))
  const modules = copy.modules.map(({ module }) => module.id)
  words.set(`around ${copy.id}`, sorted({ ...copy, modules }))
  return new Map([[copy.id, words], ...parts])
}

function cut(item: object, field: string): string {
  const fields = item as Record<string, unknown>
  const text = String(fields[field])
  fields[field] = ''
  return text
}

/** JSON with its keys in order: the order in which a database happens to give them is nobody's wording. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

type Change =
  | { readonly act: 'reword'; readonly itemId: string; readonly to: string }
  | { readonly act: 'rewrite'; readonly itemId: string; readonly field: string; readonly to: string }
  | {
      readonly act: 'add-criterion'
      readonly itemId: string
      readonly outcomeId: string
      readonly to: string
    }
  | { readonly act: 'remove'; readonly itemId: string }

/** The text after an amendment, the simplest way: by walking over all there is. */
export function amended(profile: OccupationalProfile, change: Change): OccupationalProfile {
  const copy = structuredClone(profile)
  if (change.act === 'rewrite')
    for (const item of [copy, ...copy.modules.map(({ module }) => module)])
      if (item.id === change.itemId) Object.assign(item, { [change.field]: change.to })
  for (const { module } of copy.modules) {
    if (change.act === 'reword' && module.id === change.itemId) module.title = change.to
    for (const outcome of module.outcomes) {
      if (change.act === 'add-criterion' && outcome.id === change.outcomeId)
        outcome.criteria.push({ id: change.itemId, text: change.to, assessmentMethods: [] })
      if (change.act === 'remove')
        outcome.criteria = outcome.criteria.filter(({ id }) => id !== change.itemId)
      for (const item of [outcome, ...outcome.criteria])
        if (change.act === 'reword' && item.id === change.itemId) item.text = change.to
    }
    if (change.act === 'remove') module.outcomes = module.outcomes.filter(({ id }) => id !== change.itemId)
  }
  for (const item of copy.personalSuitability)
    if (change.act === 'reword' && item.id === change.itemId) item.text = change.to
  return copy
}

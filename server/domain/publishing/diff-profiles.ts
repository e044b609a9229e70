import type { Counts, DiffChange, OccupationalProfile, Ruling } from '../../../schemas/types.ts'
import { fieldOf, idOf, itemsOf, textOf, type Found, type ItemKind } from '../profile/items.ts'
import { numberItems } from '../profile/number-items.ts'
import { sameValue } from '../profile/same-value.ts'
import { foldWording } from '../profile/wordings.ts'
import { consequenceOf } from './consequence.ts'
import { displaced } from './displaced.ts'

/** The fields that are compared, besides the items' places. Ids, slug and the items under an item are not among them. */
const COMPARED: Record<ItemKind, readonly string[]> = {
  profile: [
    'title',
    'isExample',
    'owner',
    'seqfLevel',
    'levelRationale',
    'outcomeStem',
    'purpose',
    'targetGroup',
    'roleDescription',
    'delimitations',
    'occupationReferences',
  ],
  module: [
    'title',
    'obligation',
    'seqfLevel',
    'levelRationale',
    'purpose',
    'prerequisites',
    'volume',
    'variants',
  ],
  outcome: ['text', 'category', 'variants'],
  criterion: ['text', 'assessmentMethods', 'variants'],
  suitability: ['text', 'reason', 'variants'],
  word: ['term', 'explanation', 'translations', 'variants'],
}

/**
 * What differs between two texts of one profile, keyed by the items' ids: an item that is taken out marks nothing
 * else as changed, and one that is moved is moved and not removed and added. In the later text's order; what was
 * removed comes last. White space alone is no change of wording.
 */
export function diffProfiles(
  before: OccupationalProfile,
  after: OccupationalProfile,
  rulings: readonly Ruling[] = [],
): DiffChange[] {
  const [formerly, now] = [indexed(before), indexed(after)]
  const moved = displaced(siblingLists(before), siblingLists(after))
  const changes = [...now.found.values()].flatMap((found) => {
    const former = formerly.found.get(idOf(found.item))
    if (!former) return [change('added', undefined, found)]
    return [
      ...(moved.has(idOf(found.item)) ? [change('moved', former, found)] : []),
      ...amendments(former, found),
    ]
  })
  const removed = [...formerly.found]
    .filter(([id]) => !now.found.has(id))
    .map(([, found]) => change('removed', found, undefined))
  return [...changes, ...removed]

  function change(
    kind: DiffChange['kind'],
    former: Found | undefined,
    found: Found | undefined,
    field: string | null = null,
  ) {
    const there = (found ?? former) as Found
    const itemId = idOf(there.item)
    const ruling = kind === 'reworded' ? (rulings.find((each) => each.itemId === itemId) ?? null) : null
    const value = (of: Found | undefined) => (of ? (field ? fieldOf(of.item, field) : mainText(of)) : null)
    return {
      kind,
      itemKind: there.kind,
      itemId,
      category: found ? now.category(found) : former ? formerly.category(former) : null,
      moduleTitle: there.within?.module.title ?? '',
      numberBefore: former ? (formerly.numbers.get(itemId) ?? null) : null,
      numberAfter: found ? (now.numbers.get(itemId) ?? null) : null,
      placeBefore: kind === 'moved' ? (former?.within?.module.title ?? null) : null,
      field,
      before: value(former) ?? null,
      after: value(found) ?? null,
      consequence: consequenceOf({ kind, field, former, found, ruling }),
      ruling,
    } satisfies DiffChange
  }

  function amendments(former: Found, found: Found): DiffChange[] {
    return COMPARED[found.kind]
      .filter((field) => !sameReading(fieldOf(former.item, field), fieldOf(found.item, field)))
      .map((field) => change(isDemand(found.kind, field) ? 'reworded' : 'amended', former, found, field))
  }
}

/** How many modules, outcomes and criteria stand in both texts with the same words. */
export function countUnchanged(before: OccupationalProfile, after: OccupationalProfile): Counts {
  const former = indexed(before).found
  const same = [...itemsOf(after)].filter((found) => {
    const there = former.get(idOf(found.item))
    return there !== undefined && sameReading(mainText(there), mainText(found))
  })
  return countKinds(same)
}

export function countItems(profile: OccupationalProfile): Counts {
  return countKinds([...itemsOf(profile)])
}

function countKinds(items: readonly Found[]): Counts {
  const count = (kind: ItemKind) => items.filter((found) => found.kind === kind).length
  return { modules: count('module'), outcomes: count('outcome'), criteria: count('criterion') }
}

function isDemand(kind: ItemKind, field: string): boolean {
  return (kind === 'outcome' || kind === 'criterion') && field === 'text'
}

function sameReading(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string'
    ? foldWording(a) === foldWording(b)
    : sameValue(a ?? [], b ?? [])
}

function mainText({ kind, item }: Found): string {
  return textOf(item, kind === 'word' ? 'term' : 'title') || textOf(item, 'text')
}

function indexed(profile: OccupationalProfile) {
  const found = new Map([...itemsOf(profile)].map((each) => [idOf(each.item), each]))
  const category = ({ kind, item, parentId }: Found): DiffChange['category'] => {
    if (kind === 'outcome') return item.category
    const outcome = kind === 'criterion' ? found.get(parentId) : undefined
    return outcome?.kind === 'outcome' ? outcome.item.category : null
  }
  return { found, category, numbers: numberItems(profile) }
}

function siblingLists(profile: OccupationalProfile): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const { kind, item, parentId } of itemsOf(profile)) {
    if (kind === 'profile' || kind === 'word') continue // words are read in alphabetical order, whatever their place
    const key = `${kind} ${parentId}`
    const ids = lists.get(key) ?? []
    lists.set(key, ids)
    ids.push(idOf(item))
  }
  return lists
}

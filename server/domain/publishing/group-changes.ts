import type { DiffChange } from '../../../schemas/types.ts'

/** What a change means to a person who is assessed already. */
export type Group = 'demands' | 'unruled' | 'sameDemand' | 'optional' | 'removed' | 'moved' | 'rest'

/** A change, with the changes that are only part of it: the outcomes of a new module, the criteria of a removed outcome. */
export type ChangeEntry = { readonly change: DiffChange; readonly parts: readonly DiffChange[] }

/** In the order in which they are read: what asks something of somebody comes first. */
const GROUPS: readonly Group[] = ['demands', 'unruled', 'sameDemand', 'optional', 'removed', 'moved', 'rest']

/** The changes as a reader counts them: a new or removed module is one place, whatever it holds. */
export function foldParts(changes: readonly DiffChange[]): ChangeEntry[] {
  const entries = new Map(changes.map((change) => [change, [] as DiffChange[]]))
  const heads = new Map(changes.map((change) => [keyOf(change), change]))
  for (const change of changes) {
    const head = containersOf(change)
      .map((container) => heads.get(container))
      .find((found) => found !== undefined)
    if (!head) continue
    entries.get(head)?.push(change)
    entries.delete(change)
  }
  return [...entries].map(([change, parts]) => ({ change, parts }))
}

/** The groups that have entries, in the order in which they are read. */
export function inGroups(entries: readonly ChangeEntry[]): (readonly [Group, readonly ChangeEntry[]])[] {
  return GROUPS.map(
    (group) => [group, entries.filter(({ change }) => groupOf(change) === group)] as const,
  ).filter(([, members]) => members.length > 0)
}

/**
 * | change                                    | group      |
 * |-------------------------------------------|------------|
 * | reworded, and nobody has ruled            | unruled    |
 * | otherwise major                           | demands    |
 * | reworded, ruled the same demand           | sameDemand |
 * | otherwise minor: removed                  | removed    |
 * | … or else                                 | optional   |
 * | without consequence: moved                | moved      |
 * | anything else                             | rest       |
 */
export function groupOf({ kind, consequence, ruling }: DiffChange): Group {
  // Between versions that do not follow on each other nobody has ruled; each step has its own rulings.
  if (kind === 'reworded' && !ruling) return 'unruled'
  if (consequence === 'major') return 'demands'
  if (kind === 'reworded' && ruling?.equivalent) return 'sameDemand'
  if (consequence === 'minor') return kind === 'removed' ? 'removed' : 'optional'
  return kind === 'moved' ? 'moved' : 'rest'
}

function numberOf({ kind, numberAfter, numberBefore }: DiffChange): string | null {
  return kind === 'removed' ? numberBefore : numberAfter
}

function keyOf(change: DiffChange): string {
  return `${change.kind} ${numberOf(change) ?? change.itemId}`
}

/** Keys of the changes that would hold this one: for an added 4.3 b those of an added 4 and an added 4.3. */
function containersOf(change: DiffChange): string[] {
  const number = numberOf(change)
  if (number === null || (change.kind !== 'added' && change.kind !== 'removed')) return []
  const [outcome = '', letter] = number.split(' ')
  const [module = '', place] = outcome.split('.')
  return [
    ...(place === undefined ? [] : [`${change.kind} ${module}`]),
    ...(letter === undefined ? [] : [`${change.kind} ${outcome}`]),
  ]
}

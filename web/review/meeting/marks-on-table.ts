import type { MemberMark, OnTable, PartTally, PerspectiveCount, ReviewTally } from '../../../schemas/types.ts'

type Mark = MemberMark['mark']

/** How what is on the table stands: a part, or an item in it. */
export type OnTableTally = {
  readonly row: Pick<PartTally, 'state' | 'hasChanges' | 'missing' | 'cells' | 'staleAnswers' | 'contested'>
  /** What members say of it, by their ids; nobody's where that is hidden. */
  readonly marks: ReadonlyMap<string, Mark>
}

/** How what is on the table stands; an item of which nobody says otherwise stands as the rest of its part. Null for no such part. */
export function tallyOnTable(
  { parts }: Pick<ReviewTally, 'parts'>,
  { partId, itemId }: OnTable,
): OnTableTally | null {
  const part = parts.find((each) => each.partId === partId)
  if (!part) return null
  if (itemId === null || !part.rest)
    return { row: part, marks: byMember(part.cells.flatMap(({ marks }) => marks)) }
  const own = part.contested.find((each) => each.itemId === itemId)
  const { state, hasChanges, missing, perspectives } = (own ?? part.rest).tally
  const marks = byMember([...part.rest.marks, ...(own?.unlike ?? [])])
  const cells = part.cells.map((cell) => {
    const count = perspectives.find(({ perspective }) => perspective === cell.perspective)
    const said = count ? saidIn(count) : []
    return {
      ...cell,
      state: count?.state ?? cell.state,
      marks: cell.marks.map(({ memberId }, at): MemberMark => ({
        memberId,
        mark: (memberId === null ? said[at] : marks.get(memberId)) ?? 'none',
      })),
    }
  })
  const staleAnswers = perspectives.reduce((sum, { stale }) => sum + stale, 0)
  return { row: { state, hasChanges, missing, cells, staleAnswers, contested: own ? [own] : [] }, marks }
}

const KINDS = ['agree', 'agreeWithChange', 'disagree', 'abstain', 'stale', 'none'] as const

/** One mark for each who may say something of it. */
export function saidIn(count: PerspectiveCount): Mark[] {
  return KINDS.flatMap((kind) => Array.from({ length: count[kind] }, (): Mark => kind))
}

/** The later of two that are of the same member counts. */
function byMember(marks: readonly MemberMark[]): ReadonlyMap<string, Mark> {
  return new Map(
    marks.flatMap(({ memberId, mark }) => (memberId === null ? [] : [[memberId, mark] as const])),
  )
}

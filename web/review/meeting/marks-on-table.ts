import type { MemberMark, OnTable, PartTally, PerspectiveCount, ReviewTally } from '../../../schemas/types.ts'

type Mark = MemberMark['mark']
type Row = Pick<PartTally, 'state' | 'hasChanges' | 'missing' | 'cells' | 'staleAnswers' | 'contested'>

/** How what is on the table stands: a part, or an item in it. */
export type OnTableTally = {
  readonly row: Row
  /** What members say of it, by their ids; undefined where it is not known of each, or hidden. */
  readonly marks: ReadonlyMap<string, Mark>
}

/**
 * How what is on the table stands. Of an item that stands as the rest of its part does, the part's tally is the item's; one
 * that does not has a tally of its own, by perspective. What each member says of it is then known where a perspective is of
 * one mind about it, or has one member.
 */
export function tallyOnTable(
  { parts }: Pick<ReviewTally, 'parts'>,
  { partId, itemId }: OnTable,
): OnTableTally | null {
  const part = parts.find((each) => each.partId === partId)
  if (!part) return null
  const own = part.contested.find((each) => each.itemId === itemId)
  if (!own) return { row: part, marks: marksIn(part.cells) }
  const cells = part.cells.map((cell) => {
    const count = own.tally.perspectives.find(({ perspective }) => perspective === cell.perspective)
    const said = count ? saidIn(count) : []
    return {
      ...cell,
      state: count?.state ?? cell.state,
      marks: cell.marks.map(({ memberId }, at): MemberMark => ({
        memberId: new Set(said).size === 1 ? memberId : null,
        mark: said[at] ?? 'none',
      })),
    }
  })
  const { state, hasChanges, missing, perspectives } = own.tally
  const staleAnswers = perspectives.reduce((sum, { stale }) => sum + stale, 0)
  return {
    row: { state, hasChanges, missing, cells, staleAnswers, contested: [own] },
    marks: marksIn(cells),
  }
}

const KINDS = ['agree', 'agreeWithChange', 'disagree', 'abstain', 'stale', 'none'] as const

/** One mark for each who may say something of it. */
export function saidIn(count: PerspectiveCount): Mark[] {
  return KINDS.flatMap((kind) => Array.from({ length: count[kind] }, (): Mark => kind))
}

function marksIn(cells: PartTally['cells']): ReadonlyMap<string, Mark> {
  const known = cells.flatMap(({ marks }) => marks)
  return new Map(
    known.flatMap(({ memberId, mark }) => (memberId === null ? [] : [[memberId, mark] as const])),
  )
}

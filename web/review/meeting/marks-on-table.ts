import type { MemberMark, OnTable, PartTally, PerspectiveCount, ReviewTally } from '../../../schemas/types.ts'

type Mark = MemberMark['mark']
type Row = Pick<PartTally, 'state' | 'hasChanges' | 'missing' | 'cells' | 'staleAnswers' | 'contested'>

/** How what is on the table stands: a part, or an item in it. */
export type OnTableTally = {
  /** Null for an item that stands as most of its part does, where the part is shown by another that stands worse. */
  readonly row: Row | null
  /** The number of what stands worst in the part. */
  readonly worst: string
  /** What members say of it, by their ids; undefined where it is not known of each, or hidden. */
  readonly marks: ReadonlyMap<string, Mark>
}

/**
 * How what is on the table stands. An item that stands otherwise than most of its part has a tally of its own, by perspective:
 * what each member says of it is known where a perspective is of one mind about it, or has one member. The others stand as
 * the part does, but for a part that is shown by what stands worst in it; then it is known who agrees to everything.
 */
export function tallyOnTable(
  { parts }: Pick<ReviewTally, 'parts'>,
  { partId, itemId }: OnTable,
): OnTableTally | null {
  const part = parts.find((each) => each.partId === partId)
  if (!part) return null
  const own = part.contested.find((each) => each.itemId === itemId)
  const worst = part.aboutNumber
  if (!own && itemId !== null && part.about !== null) {
    const agreeing = [...marksIn(part.cells)].filter(([, mark]) => mark === 'agree')
    return { row: null, worst, marks: new Map(agreeing) }
  }
  if (!own) return { row: part, worst, marks: marksIn(part.cells) }
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
    worst,
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

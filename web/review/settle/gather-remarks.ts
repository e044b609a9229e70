import type { Remark, ReviewItem, ReviewPart, ReviewText } from '../../../schemas/types.ts'
import { isOpen } from '../../../server/domain/review/remarks.ts'

/** Everything that has been said of the same thing: the whole text, a part of it, or an item. */
export type Thread = {
  /** The same for as long as the thread lasts; fit for an id in the page. */
  readonly key: string
  readonly scope: Remark['anchor']['scope']
  /** Null for the whole text, and where the words are gone. */
  readonly part: ReviewPart | null
  readonly item: ReviewItem | null
  readonly remarks: readonly Remark[]
  /** Those that nobody has settled. */
  readonly open: readonly Remark[]
  /** Open proposals for the same item, where there are several: one decides them together. */
  readonly colliding: readonly Remark[]
}

/**
 * The remarks by what they are about: threads with something open first, each group in the order of the text. The whole text
 * comes before its parts, a part before its items, and last what is no longer in the text. What was taken back is left out.
 */
export function gatherRemarks({ parts }: Pick<ReviewText, 'parts'>, remarks: readonly Remark[]): Thread[] {
  const threads = new Map<string, { remarks: Remark[]; rank: number } & Pick<Thread, 'part' | 'item'>>()
  const places = placesIn(parts)
  for (const remark of remarks) {
    if (remark.withdrawnAt !== null) continue
    const { scope, itemId } = remark.anchor
    const key = itemId === null ? 'whole' : `${scope}-${itemId}`
    const there = threads.get(key)
    if (there) there.remarks.push(remark)
    else {
      const place = itemId === null ? WHOLE : (places.get(key) ?? GONE)
      threads.set(key, { ...place, remarks: [remark] })
    }
  }
  return [...threads]
    .sort(([, one], [, other]) => one.rank - other.rank)
    .map(([key, { part, item, remarks: said }]): Thread => {
      const open = said.filter(isOpen)
      const proposals = open.filter(({ proposal }) => proposal !== null)
      const scope = said[0]?.anchor.scope ?? 'whole'
      return { key, scope, part, item, remarks: said, open, colliding: proposals.length > 1 ? proposals : [] }
    })
    .sort((one, other) => Number(one.open.length === 0) - Number(other.open.length === 0))
}

const WHOLE = { rank: -1, part: null, item: null }
const GONE = { rank: Number.MAX_SAFE_INTEGER, part: null, item: null }

type Ranked = { readonly rank: number; readonly part: ReviewPart; readonly item: ReviewItem | null }

function placesIn(parts: readonly ReviewPart[]): ReadonlyMap<string, Ranked> {
  const places = new Map<string, Ranked>()
  for (const part of parts) {
    places.set(`part-${part.id}`, { rank: places.size, part, item: null })
    for (const item of part.items) places.set(`item-${item.id}`, { rank: places.size, part, item })
  }
  return places
}

/** How many remarks there are, and how many of them wait. */
export function countRemarks(threads: readonly Thread[]): { readonly all: number; readonly open: number } {
  const sum = (count: (thread: Thread) => number) => threads.reduce((so, thread) => so + count(thread), 0)
  return { all: sum(({ remarks }) => remarks.length), open: sum(({ open }) => open.length) }
}

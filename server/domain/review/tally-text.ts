import type { ItemTally, ReviewItem, ReviewPart, VotingRule } from '../../../schemas/types.ts'
import type { PanelText } from './panel-text.ts'
import { entitled, type PanelSeat } from './seats.ts'
import {
  byMember,
  markOf,
  progressOf,
  standingsIn,
  type Answer,
  type Progress,
  type Taken,
} from './standing.ts'
import { tallyItem } from './tally-item.ts'

/** What a member says of something. */
export type Said = { readonly seat: PanelSeat; readonly mark: Answer }

export type CountedItem = {
  readonly item: ReviewItem
  readonly tally: ItemTally
  /** Those who say otherwise of it than of the frame, which stands for the part as a whole. */
  readonly unlike: readonly Said[]
}

/** A part as it stands: each item counted for itself, and each member with the gravest of what they say. */
export type CountedPart = {
  readonly part: ReviewPart
  readonly state: ItemTally['state']
  readonly items: readonly CountedItem[]
  /** The item that stands worst; the frame where none stands worse than it. */
  readonly worst: CountedItem
  /** With them, how many items each has answered on in other words only. */
  readonly marks: readonly (Said & { readonly progress: Progress; readonly stale: number })[]
  /** What each says of the frame, and so of each item but for those who say otherwise of it. */
  readonly onFrame: readonly Said[]
}

type Panel = {
  readonly seats: readonly PanelSeat[]
  /** That the panel must hear, in order. */
  readonly perspectives: readonly string[]
  readonly rule: VotingRule
  readonly positions: readonly Taken[]
}

const GRAVITY = { ready: 0, waiting: 1, stopped: 2 } as const

/**
 * How the panel stands to a text. The decision is taken item by item: a part is ready when each of its items is, so that no
 * sentence is adopted that the rule does not carry by itself. Pure and total.
 */
export function tallyText(text: PanelText, panel: Panel): CountedPart[] {
  const theirs = byMember(panel.positions)
  return text.parts.map((part) => {
    const seats = entitled(panel.seats, part.id)
    // Members by items: what each says of each, the frame first.
    const answers = seats.map((seat) =>
      standingsIn(theirs.get(seat.id) ?? [], part, text).map(({ answer }) => answer),
    )
    const markAt = (row: number, index: number): Answer => answers[row]?.[index] ?? 'none'
    const saidAt = (index: number): Said[] => seats.map((seat, row) => ({ seat, mark: markAt(row, index) }))
    const onFrame = saidAt(0)
    // Of most items all say the same as of others: what is counted of those once is so of all of them. Most say the same of
    // all items: those need not be asked again.
    const known = new Map<string, Omit<CountedItem, 'item'>>()
    const rowsThatDiffer = [...seats.keys()].filter((row) =>
      answers[row]?.some((answer) => answer !== markAt(row, 0)),
    )
    const items = part.items.map((item, index): CountedItem => {
      const key = rowsThatDiffer.map((row) => markAt(row, index)).join()
      const counted = known.get(key) ?? countItem(saidAt(index), onFrame, panel)
      known.set(key, counted)
      return { item, ...counted }
    })
    const worst = items.reduce((former, each) =>
      GRAVITY[each.tally.state] > GRAVITY[former.tally.state] ? each : former,
    )
    return {
      part,
      state: worst.tally.state,
      items,
      worst,
      marks: seats.map((seat, row) => ({
        seat,
        mark: markOf(answers[row] ?? []),
        progress: progressOf(answers[row] ?? []),
        stale: (answers[row] ?? []).filter((answer) => answer === 'stale').length,
      })),
      onFrame,
    }
  })
}

function countItem(
  said: readonly Said[],
  onFrame: readonly Said[],
  { perspectives, rule }: Panel,
): Omit<CountedItem, 'item'> {
  const seats = said.map(({ seat: { id, perspective }, mark }) => ({
    memberId: id,
    perspective,
    answer: mark,
  }))
  return {
    tally: tallyItem(seats, perspectives, rule),
    unlike: said.filter(({ mark }, row) => mark !== onFrame[row]?.mark),
  }
}

/** Whether the rule carries every word of the text: nothing else is ever published from a review. */
export function isAdopted(counted: readonly CountedPart[]): boolean {
  return counted.every(({ state }) => state === 'ready')
}

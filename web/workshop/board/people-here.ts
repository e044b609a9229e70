import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { WorkshopState } from '../../../schemas/types.ts'

/** Somebody of the group, as the roster has them, and whether one of their devices has the board open. */
export type PersonHere = {
  readonly seatId: string
  readonly name: string
  readonly perspective: string
  readonly isSelf: boolean
  readonly isHere: boolean
}

/** Where somebody's caret stands in a text; between the two lies what they have chosen. */
export type CaretHere = {
  readonly seatId: string
  readonly name: string
  readonly anchor: number
  readonly head: number
}

/** What a device tells of itself: no name, for names are the roster's. */
type Presence = {
  readonly seatId: string
  readonly caret: { readonly anchor: unknown; readonly head: unknown } | null
}

const MOST_CLIENTS = 2 ** 32

/**
 * Who is here, beside the document. It goes by a number of its own, drawn by `random`: the document's number stands on
 * every letter, and together with the seat would tell whose each card is.
 */
export function openAwareness(doc: Y.Doc, seatId: string, random: () => number): Awareness {
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  awareness.meta.delete(awareness.clientID)
  awareness.clientID = Math.floor(random() * MOST_CLIENTS)
  awareness.setLocalState({ seatId, caret: null } satisfies Presence)
  return awareness
}

/** Says where one's own caret stands; null for nowhere. */
export function placeCaret(
  awareness: Awareness,
  caret: { readonly text: Y.Text; readonly anchor: number; readonly head: number } | null,
): void {
  const position = (text: Y.Text, index: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1)) as unknown
  const next = caret && {
    anchor: position(caret.text, caret.anchor),
    head: position(caret.text, caret.head),
  }
  const current = awareness.getLocalState()
  if (!current || JSON.stringify(current.caret) === JSON.stringify(next)) return
  awareness.setLocalState({ ...current, caret: next })
}

export function peopleHere(awareness: Awareness, state: WorkshopState, seatId: string): PersonHere[] {
  const here = new Set(presences(awareness).map((presence) => presence.seatId))
  return state.members.map(({ seatId: id, name, perspective }) => ({
    seatId: id,
    name,
    perspective,
    isSelf: id === seatId,
    isHere: id === seatId || here.has(id),
  }))
}

/** The carets of others in a text; one's own on another device is one of them. */
export function caretsIn(awareness: Awareness, text: Y.Text, state: WorkshopState): CaretHere[] {
  const names = new Map(state.members.map(({ seatId, name }) => [seatId, name]))
  return presences(awareness).flatMap(({ seatId, caret }) => {
    const name = names.get(seatId)
    const [anchor, head] = [indexIn(text, caret?.anchor), indexIn(text, caret?.head)]
    return name === undefined || anchor === null || head === null ? [] : [{ seatId, name, anchor, head }]
  })
}

/** What others tell is not believed to have any shape. */
function presences(awareness: Awareness): Presence[] {
  const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID)
  return others.flatMap(([, { seatId, caret }]) =>
    typeof seatId === 'string' ? [{ seatId, caret: isCaret(caret) ? caret : null }] : [],
  )
}

function isCaret(caret: unknown): caret is NonNullable<Presence['caret']> {
  return typeof caret === 'object' && caret !== null && 'anchor' in caret && 'head' in caret
}

function indexIn(text: Y.Text, position: unknown): number | null {
  if (!text.doc || typeof position !== 'object' || position === null) return null
  try {
    const relative = Y.createRelativePositionFromJSON(position)
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, text.doc)
    return absolute?.type === text ? absolute.index : null
  } catch {
    return null
  }
}

import * as Y from 'yjs'
import { BOARD_PARTS, type BoardPart } from '../domain/workshop/board-form.ts'

/** Where something stands on a board. `at` is the same for two that stand in the same text, or under the same key. */
export type Place = { readonly at: string; readonly part: BoardPart } & (
  | { readonly in: 'part'; readonly key: string }
  | { readonly in: 'thing'; readonly thing: Known; readonly field: string }
  | { readonly in: 'text'; readonly thing: Known; readonly field: string; readonly text: Known }
)

/**
 * A piece of a board: in the document, or come with the update that is being looked at. Where `place` is null it stands
 * nowhere: what it belonged to is gone, and Yjs keeps no more of it than its length.
 */
export type Known = {
  readonly client: number
  readonly clock: number
  readonly end: number
  readonly place: Place | null
  readonly holds: 'map' | 'text' | 'letters' | 'other'
  /** Undefined for what has come with the update. */
  readonly item: Y.Item | undefined
  /** Between which pieces of the document it will stand, where it has come with the update. */
  readonly gap?: Gap
}

/** Null is the beginning, or the end. */
export type Gap = { readonly after: Y.Item | null; readonly before: Y.Item | null }

export function kindOf(content: Y.Item['content']): Known['holds'] {
  if (content instanceof Y.ContentString) return 'letters'
  if (!(content instanceof Y.ContentType)) return 'other'
  // Not instanceof: an XML text is a text too.
  if (content.type.constructor === Y.Map) return 'map'
  return content.type.constructor === Y.Text ? 'text' : 'other'
}

/** The piece with that number, among those of the document; undefined where there is none yet. */
export function knownInDoc(doc: Y.Doc, client: number, clock: number): Known | undefined {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return undefined
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct && knownOf(doc, struct)
}

export function knownOf(doc: Y.Doc, struct: Y.Item | Y.GC): Known {
  const { client, clock } = struct.id
  const item = struct instanceof Y.Item ? struct : undefined
  return {
    client,
    clock,
    end: clock + struct.length,
    place: item ? placeOf(doc, item) : null,
    holds: item ? kindOf(item.content) : 'other',
    item,
  }
}

/** Null where no piece of a board's form can stand. */
export function placeIn(holder: Known, key: string | null): Place | null {
  const { place, holds } = holder
  if (place?.in === 'part' && holds === 'map' && key !== null) {
    const at = `${holder.client}:${holder.clock}/${key}`
    return { at, part: place.part, in: 'thing', thing: holder, field: key }
  }
  if (place?.in === 'thing' && holds === 'text' && key === null) {
    const { part, thing, field } = place
    return { at: `${holder.client}:${holder.clock}`, part, in: 'text', thing, field, text: holder }
  }
  return null
}

/** Null where it is none of the board's parts. */
export function placeInPart(name: string, key: string | null): Place | null {
  if (key === null || !isPart(name)) return null
  return { at: `${name}/${key}`, part: name, in: 'part', key }
}

function placeOf(doc: Y.Doc, item: Y.Item): Place | null {
  const parent = item.parent
  if (!(parent instanceof Y.AbstractType)) return null
  if (parent._item) return placeIn(knownOf(doc, parent._item), item.parentSub)
  for (const [name, root] of doc.share) if (root === parent) return placeInPart(name, item.parentSub)
  return null
}

function isPart(name: string): name is BoardPart {
  return Object.hasOwn(BOARD_PARTS, name)
}

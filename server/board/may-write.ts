import * as Y from 'yjs'
import { BOARD_PARTS, isId, type PartForm } from '../domain/workshop/board-form.ts'
import type { Known, Place } from './place-structs.ts'
import { Refused } from './refused.ts'

/**
 * Who writes, and which things are theirs. Whoever `brings` what a board has lost brings what others have written too:
 * that is held to its form, and to nobody.
 */
export type Hand = {
  readonly hand: string
  readonly hasMade: (thing: Known) => boolean
  readonly brings: boolean
}

type Content = Y.Item['content']

/**
 * Whether that content may come to that place; null is nowhere. `before` is what stands or stood under the same key.
 * What comes deleted already is held to the same, except for what it was: it takes the place of what is there.
 * Throws Refused.
 */
export function mayPut(
  hand: Hand,
  place: Place | null,
  content: Content,
  { before }: { before: Known | null | undefined },
): void {
  const isGone = content instanceof Y.ContentDeleted
  if (!isGone && !isOfKnownKind(content)) throw new Refused('wrong-shape')
  if (place === null) return
  const form: PartForm = BOARD_PARTS[place.part]
  if (place.in === 'part') {
    if (form.kind === 'values') {
      if (!mayWriteAt(hand, form, place.key)) throw new Refused('not-yours')
      if (!isGone && !hasOnly(content, form.fits)) throw new Refused('wrong-shape')
      return
    }
    if (!isId(place.key)) throw new Refused('wrong-shape')
    // A new thing in the place of another's would take that one away.
    if (before && !isTheirs(hand, before)) throw new Refused('not-yours')
    if (!isGone && !isType(content, Y.Map)) throw new Refused('wrong-shape')
    return
  }
  const field = form.kind === 'things' && Object.hasOwn(form.fields, place.field) && form.fields[place.field]
  if (!field) throw new Refused('wrong-shape')
  holdMaker(hand, form, place)
  if (place.in === 'text') {
    if (!isGone && !(content instanceof Y.ContentString)) throw new Refused('wrong-shape')
    return
  }
  if (field.kind === 'text') {
    // A text is there once and for all: another in its place would take away what is being written in it.
    if (before || (!isGone && !isType(content, Y.Text))) throw new Refused('wrong-shape')
    return
  }
  if (isGone) return
  if (!hasOnly(content, field.fits)) throw new Refused('wrong-shape')
  if (place.field === 'by' && !hand.brings && !hasOnly(content, (value) => value === hand.hand))
    throw new Refused('not-yours')
}

/** Throws Refused when it is not that hand's to take away. */
export function mayDelete(hand: Hand, known: Known): void {
  const { place } = known
  if (!place) throw new Refused('wrong-shape')
  const form: PartForm = BOARD_PARTS[place.part]
  if (place.in !== 'part') {
    holdMaker(hand, form, place)
    // A text goes with its thing, and the thing with its maker.
    if (known.holds === 'text' && !isTheirs(hand, place.thing)) throw new Refused('not-yours')
    return
  }
  const mayGo = form.kind === 'things' ? isTheirs(hand, known) : mayWriteAt(hand, form, place.key)
  if (!mayGo) throw new Refused('not-yours')
}

function isTheirs(hand: Hand, thing: Known): boolean {
  return hand.brings || hand.hasMade(thing)
}

function mayWriteAt({ hand, brings }: Hand, form: PartForm & { kind: 'values' }, key: string): boolean {
  if (!brings) return form.mayWrite(key, hand)
  const theirs = key.slice(key.indexOf(':') + 1)
  return isId(theirs) && form.mayWrite(key, theirs)
}

function holdMaker(hand: Hand, form: PartForm, place: Place & { in: 'thing' | 'text' }): void {
  if (form.kind === 'things' && form.byMaker.includes(place.field) && !isTheirs(hand, place.thing))
    throw new Refused('not-yours')
}

/** Also where it comes to nothing: no bytes, formats, documents within, or old kinds of values are kept at all. */
function isOfKnownKind(content: Content): boolean {
  return (
    content instanceof Y.ContentString ||
    content instanceof Y.ContentAny ||
    isType(content, Y.Map) ||
    isType(content, Y.Text)
  )
}

function isType(content: Content, kind: typeof Y.Map | typeof Y.Text): boolean {
  return content instanceof Y.ContentType && content.type.constructor === kind
}

/** More than one value: what was replaced, and is kept by a device for undoing. */
function hasOnly(content: Content, fits: (value: unknown) => boolean): boolean {
  return content instanceof Y.ContentAny && content.arr.every(fits)
}

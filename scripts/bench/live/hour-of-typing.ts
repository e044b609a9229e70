import * as Y from 'yjs'
import {
  addCard,
  addCriterion,
  addOutcome,
  addTheme,
  markCard,
  putCardInTheme,
  textAt,
  type Pen,
} from '../../../server/board/write-on-board.ts'
import { CARD_KINDS, NEEDS } from '../../../server/domain/workshop/board-form.ts'
import { partOf } from '../../../server/board/read-board.ts'
import type { Seated } from './seat-groups.ts'

type Write = {
  readonly seat: { readonly seatId: string; readonly hand: string }
  readonly update: Uint8Array
}
/** What all write in the same second. `at`: milliseconds from the start. */
type Tick = { readonly at: number; readonly keystrokes: number; readonly writes: readonly Write[] }

const TICK_MS = 1000
const KEYSTROKES_A_TICK = 3
const SYNC_MS = 5 * TICK_MS
const MINUTE = 60_000
const WORDS =
  'att visa bruka boende rutin planera kunna hur medel vant tillsammans arbetspass ' +
  'dokumentera avvikelse smitta hygien flytta samtal ansvar i och med en ett som'

/** Chance that is the same each time. */
function diceOf(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/**
 * An hour at a board at three keystrokes a second, each person typing seven tenths of the time and taking back one
 * letter in twelve: either cards, sorting, marks and wording in turn, or only cards and then wordings. `server` is the
 * board as the server has it; what the others have written comes to each within five seconds.
 */
export function* hourOfTyping(
  group: readonly Seated[],
  kind: 'all phases' | 'typing',
  server: Y.Doc,
): Generator<Tick> {
  const below = diceOf(4711)
  const words = WORDS.split(' ')
  let ids = 0
  const newId = () => `${hex(below, 8)}-${hex(below, 4)}-4000-8000-${String((ids += 1)).padStart(12, '0')}`
  const people = group.map(({ seat }, at) => {
    const doc = new Y.Doc()
    doc.clientID = 1_000_000_007 + at * 7919
    const pen: Pen = { doc, hand: seat.hand, newId }
    return { seat, pen, text: null as Y.Text | null, left: '', pause: 0 }
  })
  const sentence = (length: number) => {
    let said = ''
    while (said.length < length) said += `${words[below(words.length)]} `
    return said.trim()
  }

  for (let at = 0; at < 60 * MINUTE; at += TICK_MS) {
    if (at % SYNC_MS === 0)
      for (const { pen } of people)
        Y.applyUpdate(pen.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(pen.doc)), server)
    const minute = at / MINUTE
    let keystrokes = 0
    const writes: Write[] = []
    for (const person of people) {
      const { pen, seat } = person
      const note = (update: Uint8Array, origin: unknown) => origin !== server && writes.push({ seat, update })
      pen.doc.on('update', note)
      for (let stroke = 0; stroke < KEYSTROKES_A_TICK; stroke += 1) act(person)
      pen.doc.off('update', note)
    }
    yield { at, keystrokes, writes: bySeat(writes) }

    function act(person: (typeof people)[number]): void {
      if (kind === 'typing') return type(person, minute < 30 ? 'card' : 'wording')
      if (minute < 20) return type(person, 'card')
      if (minute < 30) return sort(person)
      if (minute < 40) return mark(person)
      type(person, 'wording')
    }

    function type(person: (typeof people)[number], what: 'card' | 'wording'): void {
      if (person.pause > 0) return void (person.pause -= 1)
      if (person.left === '' || !person.text) {
        person.text = what === 'card' ? newCard(person.pen) : wordingFor(person.pen)
        person.left = sentence(what === 'card' ? 30 + below(50) : 40 + below(60))
        person.pause = 20 + below(30)
        return
      }
      keystrokes += 1
      const { text } = person
      if (below(12) === 0 && text.length > 1) {
        person.left = (text.toJSON().at(-1) ?? '') + person.left
        return text.delete(text.length - 1, 1)
      }
      text.insert(text.length, person.left[0] ?? ' ')
      person.left = person.left.slice(1)
    }
  }

  function newCard(pen: Pen): Y.Text | null {
    const id = addCard(pen, { kind: CARD_KINDS[below(CARD_KINDS.length)] ?? 'skills', text: '' })
    return textAt(pen.doc, 'cards', id) ?? null
  }

  /** A new one, or one that another has begun: several write in the same sentence. */
  function wordingFor(pen: Pen): Y.Text | null {
    const theme = [...partOf(pen.doc, 'themes').keys()][below(8)] ?? addTheme(pen, sentence(14))
    const outcomes = [...partOf(pen.doc, 'outcomes').keys()]
    const cards = [...partOf(pen.doc, 'cards').keys()]
    const behind = cards.length > 0 ? [cards[below(cards.length)] ?? ''] : []
    const shared = outcomes[below(outcomes.length || 1)]
    const choice = below(3)
    if (shared && choice === 0 && (textAt(pen.doc, 'outcomes', shared)?.length ?? 0) < 300)
      return textAt(pen.doc, 'outcomes', shared) ?? null
    if (shared && choice === 1)
      return textAt(pen.doc, 'criteria', addCriterion(pen, shared, '', behind)) ?? null
    const id = addOutcome(pen, { themeId: theme, category: 'skills', text: '', cardIds: behind })
    return textAt(pen.doc, 'outcomes', id) ?? null
  }

  function sort({ pen }: (typeof people)[number]): void {
    if (below(15) > 0) return
    const themes = [...partOf(pen.doc, 'themes').keys()]
    if (themes.length < 8) return void addTheme(pen, sentence(14))
    const cards = [...partOf(pen.doc, 'cards').keys()]
    putCardInTheme(pen, cards[below(cards.length)] ?? '', themes[below(themes.length)] ?? null)
  }

  /** Everybody marks card after card, one in about three seconds. */
  function mark({ pen }: (typeof people)[number]): void {
    if (below(9) > 0) return
    const cards = [...partOf(pen.doc, 'cards').keys()]
    const marks = partOf(pen.doc, 'marks')
    const next = cards.find((card) => !marks.has(`${card}:${pen.hand}`))
    if (next) markCard(pen, next, NEEDS[below(3)] ?? null)
  }
}

function bySeat(writes: readonly Write[]): Write[] {
  const merged = new Map<string, Write>()
  for (const { seat, update } of writes) {
    const before = merged.get(seat.seatId)
    merged.set(seat.seatId, { seat, update: before ? Y.mergeUpdates([before.update, update]) : update })
  }
  return [...merged.values()]
}

function hex(below: (sides: number) => number, digits: number): string {
  return Array.from({ length: digits }, () => below(16).toString(16)).join('')
}

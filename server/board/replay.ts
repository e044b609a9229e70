import type { Board, Need, Phase } from '../../schemas/types.ts'
import { NEEDS } from '../domain/workshop/board-form.ts'
import { longestInOrder } from './longest-in-order.ts'
import { packIds, unpackIds } from './pack-ids.ts'

/** A board without anybody on it: who wrote and marked is not told, only how many. */
type Picture = Pick<Board, 'themes' | 'outcomes' | 'criteria'> & {
  readonly cards: readonly Omit<Board['cards'][number], 'by'>[]
  readonly marks: Readonly<Record<string, readonly number[]>>
  readonly decisions: Readonly<Record<string, Need>>
  readonly ready: Readonly<Record<string, number>>
}
type Thing = { readonly id: string }
/** What is other about a thing: its place among its like, a value, or in a text: from where, how many letters go, what comes. */
type ThingChange = Readonly<Record<string, unknown>> | null
type Changes = Partial<Record<keyof Picture, Readonly<Record<string, unknown>>>>

const LISTS = ['cards', 'themes', 'outcomes', 'criteria'] as const
const COUNTS = ['marks', 'decisions', 'ready'] as const
const TEXTS = new Set(['text', 'title', 'differs'])
/** What most things have is not told. */
const USUAL: Readonly<Record<string, unknown>> = {
  isAside: false,
  themeId: null,
  reuse: null,
  source: null,
  differs: '',
  cardIds: [],
}
const EMPTY: Picture = {
  cards: [],
  themes: [],
  outcomes: [],
  criteria: [],
  marks: {},
  decisions: {},
  ready: {},
}

/** How a board stood at the last step of its history, and the ids that have come up in it so far. */
export type History = { readonly at: string; readonly board: Board; readonly ids: readonly string[] }

/**
 * What differs between the last step and a board, without names or hands, and the ids that are known after it; null where
 * nothing does.
 */
export function stepAfter(
  last: Omit<History, 'at'> | null,
  after: Board,
): { readonly changes: string; readonly ids: readonly string[] } | null {
  const [one, other] = [last ? pictureOf(last.board) : EMPTY, pictureOf(after)]
  const changes: Changes = {}
  for (const list of LISTS) {
    const change = changesInList(one[list], other[list])
    if (Object.keys(change).length > 0) changes[list] = change
  }
  for (const count of COUNTS) {
    const change = changesInRecord(one[count], other[count])
    if (Object.keys(change).length > 0) changes[count] = change
  }
  return Object.keys(changes).length > 0 ? packIds(JSON.stringify(changes), last?.ids ?? []) : null
}

/** How the board looked at each step. */
export function replayOf(steps: readonly { readonly at: string; readonly changes: string }[]): History[] {
  let picture = EMPTY
  let ids: readonly string[] = []
  return steps.map(({ at, changes }) => {
    const unpacked = unpackIds(changes, ids)
    ids = unpacked.ids
    picture = changed(picture, JSON.parse(unpacked.text) as Changes)
    return { at, board: boardOf(picture), ids }
  })
}

function pictureOf(board: Board): Picture {
  const marks: Record<string, number[]> = {}
  for (const { cardId, need } of board.marks) {
    const counts = (marks[cardId] ??= NEEDS.map(() => 0))
    counts[NEEDS.indexOf(need)] = (counts[NEEDS.indexOf(need)] ?? 0) + 1
  }
  const ready: Record<string, number> = {}
  for (const { phase } of board.ready) ready[phase] = (ready[phase] ?? 0) + 1
  return {
    cards: board.cards.map(({ id, kind, text, themeId, isAside }) => ({ id, kind, text, themeId, isAside })),
    themes: board.themes,
    outcomes: board.outcomes,
    criteria: board.criteria,
    marks,
    decisions: Object.fromEntries(board.decisions.map(({ cardId, need }) => [cardId, need])),
    ready,
  }
}

function boardOf({ cards, marks, decisions, ready, ...rest }: Picture): Board {
  const somebody = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1))
  return {
    ...rest,
    cards: cards.map((card) => ({ ...card, by: '' })),
    marks: Object.entries(marks).flatMap(([cardId, counts]) => {
      const needs = NEEDS.flatMap((need, at) => Array<Need>(counts[at] ?? 0).fill(need))
      return needs.map((need, at) => ({ cardId, hand: String(at + 1), need }))
    }),
    decisions: Object.entries(decisions).map(([cardId, need]) => ({ cardId, need })),
    ready: Object.entries(ready).flatMap(([phase, count]) =>
      somebody(count).map((hand) => ({ phase: phase as Phase, hand })),
    ),
  }
}

function changesInList(before: readonly Thing[], after: readonly Thing[]): Record<string, ThingChange> {
  const old = new Map(before.map((thing, at) => [thing.id, { thing, at }]))
  const changes: Record<string, ThingChange> = {}
  const stayed = longestInOrder(after.map(({ id }) => old.get(id)?.at))
  after.forEach((thing, at) => {
    const change = changesInThing(old.get(thing.id)?.thing ?? USUAL, thing)
    if (!stayed.has(at)) change.place = at
    if (Object.keys(change).length > 0) changes[thing.id] = change
  })
  const there = new Set(after.map(({ id }) => id))
  for (const { id } of before) if (!there.has(id)) changes[id] = null
  return changes
}

function changesInThing(before: object, after: Thing): Record<string, unknown> {
  const old = before as Readonly<Record<string, unknown>>
  const change: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(after)) {
    const was = old[field]
    if (field === 'id' || isSame(was, value)) continue
    change[field] = TEXTS.has(field) ? spliceBetween(textOf(was), textOf(value)) : value
  }
  return change
}

function changesInRecord(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(after)) if (!isSame(before[key], value)) changes[key] = value
  for (const key of Object.keys(before)) if (!(key in after)) changes[key] = null
  return changes
}

function changed(picture: Picture, changes: Changes): Picture {
  const next: Record<string, unknown> = { ...picture }
  for (const list of LISTS) {
    const change = changes[list] as Record<string, ThingChange> | undefined
    if (change) next[list] = changedList(list, picture[list], change)
  }
  for (const count of COUNTS) {
    const all = Object.entries({ ...picture[count], ...changes[count] })
    next[count] = Object.fromEntries(all.filter(([, value]) => value !== null))
  }
  return next as Picture
}

function changedList(
  list: (typeof LISTS)[number],
  before: readonly Thing[],
  changes: Readonly<Record<string, ThingChange>>,
): readonly Thing[] {
  const things = new Map(before.map((thing) => [thing.id, thing]))
  const places: [string, number][] = []
  for (const [id, change] of Object.entries(changes)) {
    if (typeof change?.place === 'number') places.push([id, change.place])
    if (change) things.set(id, changedThing(things.get(id) ?? newThing(list, id), change))
  }
  const moved = new Set(places.map(([id]) => id))
  const order = before.map(({ id }) => id).filter((id) => !moved.has(id) && changes[id] !== null)
  for (const [id, at] of places.sort(([, one], [, other]) => one - other)) order.splice(at, 0, id)
  return order.flatMap((id) => things.get(id) ?? [])
}

function changedThing(thing: Thing, change: Readonly<Record<string, unknown>>): Thing {
  const next: Record<string, unknown> = { ...thing }
  for (const [field, value] of Object.entries(change))
    if (field !== 'place')
      next[field] = TEXTS.has(field) ? spliced(textOf(next[field]), value as Splice) : value
  return next as Thing
}

const FIELDS = {
  cards: ['themeId', 'isAside'],
  themes: ['reuse', 'isAside'],
  outcomes: ['cardIds', 'source', 'differs', 'isAside'],
  criteria: ['cardIds', 'isAside'],
} as const satisfies Readonly<Record<(typeof LISTS)[number], readonly string[]>>

function newThing(list: (typeof LISTS)[number], id: string): Thing {
  return { id, ...Object.fromEntries(FIELDS[list].map((field) => [field, USUAL[field]])) }
}

type Splice = readonly [from: number, gone: number, come: string]

function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return [start, before.length - start - end, after.slice(start, after.length - end)]
}

function spliced(text: string, [from, gone, come]: Splice): string {
  return text.slice(0, from) + come + text.slice(from + gone)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

import type { CardKind, Need, Phase } from '../../../schemas/types.ts'
import { PHASES } from './phases.ts'

/**
 * The form of a board: what may stand on it, and who may change what. The server holds every change to it before it is
 * kept, and a browser with another number is told to load the page anew.
 */
export const BOARD_FORM = 1

export const CARD_KINDS = [
  'knowledge',
  'skills',
  'responsibilityAutonomy',
  'suitability',
] as const satisfies readonly CardKind[]
export const NEEDS = ['dayOne', 'onTheJob', 'notNeeded'] as const satisfies readonly Need[]

/** A text that people write in letter by letter, or a value that is replaced as a whole. */
export type FieldForm =
  { readonly kind: 'text' } | { readonly kind: 'value'; readonly fits: (value: unknown) => boolean }

/**
 * A part of the board: things with fields of their own, or plain values by key. `byMaker` are the fields that only
 * whoever made the thing may change: nobody rewrites another's card.
 */
export type PartForm =
  | {
      readonly kind: 'things'
      readonly fields: Readonly<Record<string, FieldForm>>
      readonly byMaker: readonly string[]
    }
  | {
      readonly kind: 'values'
      /** Whether a hand may write under that key. */
      readonly mayWrite: (key: string, hand: string) => boolean
      readonly fits: (value: unknown) => boolean
    }

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u
export const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value)
const isIdOrNull = (value: unknown) => value === null || isId(value)
const isOneOf = (choices: readonly unknown[]) => (value: unknown) => choices.includes(value)
const isBoolean = (value: unknown) => typeof value === 'boolean'
const isOrder = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isShort = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most
const isNull = (value: unknown) => value === null

const text: FieldForm = { kind: 'text' }
const value = (fits: (given: unknown) => boolean): FieldForm => ({ kind: 'value', fits })
const isSource = (itemName: string) => (given: unknown) =>
  isNull(given) || hasJust(given, { profileSlug: isShort(80), version: isShort(40), [itemName]: isId })
const SHARED = { order: value(isOrder), aside: value(isBoolean) }

/** `cards`, `themes` … are the names of the Yjs maps; `theme`, `outcome` hold ids. */
export const BOARD_PARTS = {
  cards: {
    kind: 'things',
    fields: { text, kind: value(isOneOf(CARD_KINDS)), by: value(isId), theme: value(isIdOrNull), ...SHARED },
    byMaker: ['text', 'kind', 'by'],
  },
  themes: {
    kind: 'things',
    fields: { title: text, reuse: value(isSource('moduleId')), ...SHARED },
    byMaker: [],
  },
  outcomes: {
    kind: 'things',
    fields: {
      text,
      theme: value(isId),
      category: value(isOneOf(CARD_KINDS.slice(0, 3))),
      source: value(isSource('itemId')),
      differs: value(isShort(1000)),
      ...SHARED,
    },
    byMaker: [],
  },
  criteria: { kind: 'things', fields: { text, outcome: value(isId), ...SHARED }, byMaker: [] },
  /** `<outcome or criterion>:<card>`: the card is behind the wording. */
  uses: { kind: 'values', mayWrite: isPairOfIds, fits: isBoolean },
  /** `<card>:<hand>`: one's own mark and nobody else's. */
  marks: {
    kind: 'values',
    mayWrite: (key, hand) => isPairOfIds(key) && key.endsWith(`:${hand}`),
    fits: (given) => isNull(given) || isOneOf(NEEDS)(given),
  },
  /** `<card>`: what the group has decided, whatever the marks say. */
  decisions: {
    kind: 'values',
    mayWrite: (key) => isId(key),
    fits: (given) => isNull(given) || isOneOf(NEEDS)(given),
  },
  /** `<phase>:<hand>`. */
  ready: {
    kind: 'values',
    mayWrite: (key, hand) => PHASES.some((phase: Phase) => key === `${phase}:${hand}`),
    fits: isBoolean,
  },
} as const satisfies Readonly<Record<string, PartForm>>

export type BoardPart = keyof typeof BOARD_PARTS

/** No group writes more than this by hand in a day; a program does in seconds. In things of a kind, and in letters of a text. */
export const MOST_THINGS = 3000
/** Fewer than of the rest: each is compared with every one of the other groups when they are compiled. */
export const MOST_THEMES = 300
export const MOST_LETTERS = 4000

function isPairOfIds(key: string): boolean {
  const [one, other, more] = key.split(':')
  return isId(one) && isId(other) && more === undefined
}

function hasJust(given: unknown, fields: Readonly<Record<string, (value: unknown) => boolean>>): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
  const entries = Object.entries(given)
  return (
    entries.length === Object.keys(fields).length &&
    entries.every(([name, each]) => fields[name]?.(each) === true)
  )
}

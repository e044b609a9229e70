import * as Y from 'yjs'
import { partOf } from '../../../server/board/read-board.ts'
import { addCard, addOutcome, OWN, textAt, type Pen } from '../../../server/board/write-on-board.ts'

/**
 * Where tokens are typed. `own`: a card, which only its maker writes in; `lines`: a wording in which each client has a
 * line; `heap`: a wording in which all write wherever they are, each in letters that only it uses.
 */
export type Kind = 'own' | 'lines' | 'heap'
export type Place = { readonly kind: Kind; readonly id: string }

const MARKS = { lines: '#', heap: '*' } as const
const ANY_THEME = '11111111-1111-4111-8111-111111111111'
const ALPHABET = '⟦⟧-0123456789cx'
/** No text holds more than 4,000 letters. */
const FULL = 3000

/** The text of a place, as one client's document has it; undefined where it is not there. */
export function textOf(doc: Y.Doc, { kind, id }: Place): Y.Text | undefined {
  return textAt(doc, kind === 'own' ? 'cards' : 'outcomes', id)
}

/** What a client has typed in a place, of all that stands there. */
export function typedIn({ kind }: Place, client: number, text: string): string {
  if (kind === 'own') return text
  if (kind === 'heap') return Array.from(text, (letter) => decoded(letter, client)).join('')
  const [from, to] = lineOf(client, text)
  return text.slice(from, to)
}

/** What stands in a place and no client has typed; empty where all is well. */
export function foreignIn({ kind }: Place, clients: number, text: string): string {
  if (kind === 'own' || text === '') return ''
  if (kind === 'lines') return text.replace(/⟦[^\n]*/gu, '') === frameOf(clients) ? '' : text
  return Array.from(text.slice(1))
    .filter(
      (letter) => Array.from({ length: clients }, (_, client) => decoded(letter, client)).join('') === '',
    )
    .join('')
}

/** Types a letter right of what the client typed last, or takes that away. */
export function typeIn(pen: Pen, place: Place, client: number, letter: string | null): void {
  const text = textOf(pen.doc, place)
  if (!text) throw new Error(`${place.kind} ${place.id} is not there to be typed in`)
  const at = caretIn(place, client, text.toJSON())
  pen.doc.transact(() => {
    if (letter === null) text.delete(at - 1, 1)
    else text.insert(at, place.kind === 'heap' ? encoded(letter, client) : letter)
  }, OWN)
}

/** The wordings with room that others can write in too. */
export function sharedPlaces(doc: Y.Doc): Place[] {
  return [...partOf(doc, 'outcomes').keys()].flatMap((id): Place[] => {
    const text = textAt(doc, 'outcomes', id)?.toJSON() ?? ''
    if (text.length > FULL) return []
    if (text.startsWith(MARKS.heap)) return [{ kind: 'heap', id }]
    return text.startsWith(MARKS.lines) ? [{ kind: 'lines', id }] : []
  })
}

export function newPlace(pen: Pen, kind: Kind, clients: number): Place {
  if (kind === 'own') return { kind, id: addCard(pen, { kind: 'skills', text: '' }) }
  const text = kind === 'heap' ? MARKS.heap : frameOf(clients)
  return { kind, id: addOutcome(pen, { themeId: ANY_THEME, category: 'skills', text }) }
}

function caretIn(place: Place, client: number, text: string): number {
  if (place.kind === 'own') return text.length
  if (place.kind === 'lines') return lineOf(client, text)[1]
  for (let at = text.length; at > 0; at -= 1) if (decoded(text[at - 1] ?? '', client) !== '') return at
  return text.length
}

function frameOf(clients: number): string {
  return MARKS.lines + Array.from({ length: clients }, (_, client) => `\n${client}:`).join('')
}

function lineOf(client: number, text: string): [from: number, to: number] {
  const start = text.indexOf(`\n${client}:`)
  if (start < 0) return [0, 0]
  const from = start + `\n${client}:`.length
  const end = text.indexOf('\n', from)
  return [from, end < 0 ? text.length : end]
}

function encoded(letter: string, client: number): string {
  return String.fromCharCode(0x4e00 + client * 32 + ALPHABET.indexOf(letter))
}

function decoded(letter: string, client: number): string {
  return ALPHABET[letter.charCodeAt(0) - 0x4e00 - client * 32] ?? ''
}

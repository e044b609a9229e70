import * as Y from 'yjs'
import type { Board, CardKind, ModuleSource, Need, Phase, WordedOutcome } from '../../schemas/types.ts'
import type { BoardPart } from '../domain/workshop/board-form.ts'

type Thing = Y.Map<unknown>

/** What stands on a board, in its order. A thing of which something is missing yet has empty texts and stands last. */
export function readBoard(doc: Y.Doc): Board {
  const uses = cardsByWording(doc)
  const things = (part: BoardPart) => inOrder(doc, part)
  const isAside = (thing: Thing) => thing.get('aside') === true
  return {
    cards: things('cards').map(([id, card]) => ({
      id,
      kind: (card.get('kind') ?? 'knowledge') as CardKind,
      text: textIn(card, 'text'),
      by: idIn(card, 'by') ?? '',
      themeId: idIn(card, 'theme'),
      isAside: isAside(card),
    })),
    themes: things('themes').map(([id, theme]) => ({
      id,
      title: textIn(theme, 'title'),
      reuse: (theme.get('reuse') ?? null) as ModuleSource | null,
      isAside: isAside(theme),
    })),
    marks: entries<Need>(doc, 'marks').map(([key, need]) => {
      const [cardId = '', hand = ''] = key.split(':')
      return { cardId, hand, need }
    }),
    decisions: entries<Need>(doc, 'decisions').map(([cardId, need]) => ({ cardId, need })),
    outcomes: things('outcomes').map(([id, outcome]) => ({
      id,
      themeId: idIn(outcome, 'theme') ?? '',
      category: (outcome.get('category') ?? 'skills') as WordedOutcome['category'],
      text: textIn(outcome, 'text'),
      cardIds: uses.get(id) ?? [],
      source: (outcome.get('source') ?? null) as WordedOutcome['source'],
      differs: (outcome.get('differs') ?? '') as string,
      isAside: isAside(outcome),
    })),
    criteria: things('criteria').map(([id, criterion]) => ({
      id,
      outcomeId: idIn(criterion, 'outcome') ?? '',
      text: textIn(criterion, 'text'),
      cardIds: uses.get(id) ?? [],
      isAside: isAside(criterion),
    })),
    ready: entries<boolean>(doc, 'ready').map(([key]) => {
      const [phase = '', hand = ''] = key.split(':')
      return { phase: phase as Phase, hand }
    }),
  }
}

/** Where a thing stands among its like; things that were put at the same place at once stand by their ids. */
export function orderOf(thing: Thing): number {
  const order = thing.get('order')
  return typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER
}

export function partOf(doc: Y.Doc, part: BoardPart): Y.Map<unknown> {
  return doc.getMap(part)
}

function inOrder(doc: Y.Doc, part: BoardPart): [string, Thing][] {
  const things: [string, Thing][] = []
  for (const [id, thing] of partOf(doc, part).entries()) if (thing instanceof Y.Map) things.push([id, thing])
  return things.sort(([a, one], [b, other]) => orderOf(one) - orderOf(other) || (a < b ? -1 : 1))
}

/** What is taken back is null or false, and is not there. */
function entries<Value>(doc: Y.Doc, part: BoardPart): [string, Value][] {
  return [...partOf(doc, part).entries()].filter((entry): entry is [string, Value] => Boolean(entry[1]))
}

function cardsByWording(doc: Y.Doc): ReadonlyMap<string, string[]> {
  const byWording = new Map<string, string[]>()
  for (const [key] of entries<true>(doc, 'uses')) {
    const [wording = '', card = ''] = key.split(':')
    byWording.set(wording, [...(byWording.get(wording) ?? []), card])
  }
  return byWording
}

function textIn(thing: Thing, field: string): string {
  const text = thing.get(field)
  return text instanceof Y.Text ? text.toJSON() : ''
}

function idIn(thing: Thing, field: string): string | null {
  const id = thing.get(field)
  return typeof id === 'string' ? id : null
}

import * as Y from 'yjs'
import type { Seat } from '../../../schemas/types.ts'
import { addCard, addTheme, markCard, putCardInTheme, textAt } from '../../../server/board/write-on-board.ts'
import { NEEDS } from '../../../server/domain/workshop/board-form.ts'
import type { Deps } from '../../../server/usecases/deps.ts'
import type * as PlanModule from '../../../server/usecases/workshop/plan-workshop.ts'
import type * as SeatModule from '../../../server/usecases/workshop/take-seat.ts'
import { buildLargeProfile } from '../build-large-profile.ts'
import { built } from '../built.ts'
import { openInstallation, takeIn, theProgram } from '../large-installation.ts'

/** Somebody at a board, as a browser would be: known by its cookie. */
export type Seated = { readonly groupId: string; readonly seat: Seat; readonly cookie: string }

/** An installation with a workshop of today in which every seat is taken. Nobody has it open. */
export async function installWorkshop({
  groups,
  seats,
  cards = 0,
  isMarked = false,
}: {
  groups: number
  seats: number
  /** On each board, by all who sit there. */
  cards?: number
  /** Everybody has marked every card. */
  isMarked?: boolean
}) {
  const { dataDir, deps, letGo } = await openInstallation()
  const profile = buildLargeProfile({ modules: 1, outcomes: 1, criteria: 1 })
  await takeIn(deps, profile, null)
  const { planWorkshop } = await built<typeof PlanModule>('usecases/workshop/plan-workshop')
  const workshop = await planWorkshop(deps, await theProgram(), {
    slug: profile.slug,
    name: 'Bench',
    date: new Date().toISOString().slice(0, 10),
    question: 'Bench',
    phases: [{ phase: 'sort', minutes: 15 }],
    anonymity: { silentCollect: false, namedPhases: [], namesInMinutes: false },
    isRehearsal: false,
    groups: Array.from({ length: groups }, () => ({ place: '', seats })),
  })
  const { takeSeat } = await built<typeof SeatModule>('usecases/workshop/take-seat')
  const seated: Seated[][] = []
  for (const { id: groupId, code } of workshop.groups) {
    const group: Seated[] = []
    for (let person = 0; person < seats; person += 1) {
      const { seat, secret } = await takeSeat(deps, { code, name: `Person ${person}`, perspective: '' })
      group.push({ groupId, seat, cookie: `profilverkstad-seat=${secret}` })
    }
    if (cards > 0) await writeCards(deps, group, cards, isMarked)
    seated.push(group)
  }
  await letGo()
  return { settings: { DATA_DIR: dataDir, SEED_EXAMPLES: 'no' }, dataDir, groups: seated }
}

const WORDS =
  'kunna visa den boende hur ett medel brukas och se till att det sitter som det ska vid dagens slut '

/** Cards, typed letter by letter, in themes. */
async function writeCards(
  deps: Deps,
  group: readonly Seated[],
  cards: number,
  isMarked: boolean,
): Promise<void> {
  const pens = group.map(({ seat }) => ({
    doc: new Y.Doc(),
    hand: seat.hand,
    newId: () => crypto.randomUUID(),
  }))
  const [first] = pens
  if (!first) return
  const themes = Array.from({ length: 8 }, (_, theme) => addTheme(first, `Tema ${theme}`))
  for (const { doc } of pens) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc))
  for (let card = 0; card < cards; card += 1) {
    const pen = pens[card % pens.length] ?? first
    const id = addCard(pen, { kind: 'skills', text: '' })
    const text = textAt(pen.doc, 'cards', id)
    const letters = WORDS.slice(card % 20, 50 + (card % 30))
    for (const letter of letters) text?.insert(text.length, letter)
    putCardInTheme(pen, id, themes[card % themes.length] ?? null)
    for (const each of pens) {
      Y.applyUpdate(each.doc, Y.encodeStateAsUpdate(pen.doc, Y.encodeStateVector(each.doc)))
      if (isMarked) markCard(each, id, NEEDS[card % NEEDS.length] ?? null)
    }
  }
  const updates = group.map(({ groupId, seat }, at) => ({
    groupId,
    seatId: seat.seatId,
    at: new Date().toISOString(),
    update: ownOf(pens[at]?.doc ?? first.doc),
  }))
  await deps.storage.write(({ boards }) => boards.append(updates))
}

/** What was written in that document, and not in another. */
function ownOf(doc: Y.Doc): Uint8Array {
  const others = new Map(
    [...doc.store.clients.keys()].map((client) => [client, Y.getState(doc.store, client)]),
  )
  others.delete(doc.clientID)
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(others))
}

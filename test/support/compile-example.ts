import { v7 } from 'uuid'
import * as Y from 'yjs'
import type { CardKind, ModuleSource, Workshop } from '../../schemas/types.ts'
import { docOf } from '../../server/board/kept-board.ts'
import * as write from '../../server/board/write-on-board.ts'
import type { AppContext } from '../../server/context.ts'
import { takeSeat } from '../../server/usecases/workshop/take-seat.ts'

type Sentence = {
  readonly text: string
  readonly kind?: Exclude<CardKind, 'suitability'>
  /** Who has a card behind it, by perspective. */
  readonly by: readonly string[]
  readonly criteria?: readonly string[]
}
type Theme = { readonly title: string; readonly says: readonly Sentence[]; readonly reuse?: ModuleSource }
export type GroupsWork = { readonly themes: readonly Theme[]; readonly suitability?: readonly string[] }

const LIFTING: Sentence = {
  text: 'kontrollera lås, bromsar och sele före varje lyft',
  by: ['employee', 'industryBody'],
  criteria: ['Kontrollerar selen innan personen lyfts', 'Provar bromsarna'],
}

/** What four groups have come to: alike, nearly alike, and alone; one wants a published module linked. */
export const FOUR_GROUPS: readonly GroupsWork[] = [
  {
    themes: [
      {
        title: 'Lyft och flytt',
        says: [
          {
            text: 'flytta en person från säng till rullstol med rätt teknik',
            by: ['employer', 'employee', 'serviceUser', 'educationProvider'],
            criteria: ['Berättar för personen vad som ska hända', 'Använder glidmatta'],
          },
          {
            text: 'beskriva hur kroppen belastas vid en förflyttning',
            kind: 'knowledge',
            by: ['employee'],
          },
        ],
      },
    ],
    suitability: ['är lugn när någon annan är stressad'],
  },
  {
    themes: [
      {
        title: 'Förflyttning och hjälpmedel',
        says: [
          {
            text: 'förflytta en person mellan säng, stol och toalett på det sätt som personen själv vill',
            by: ['employer', 'employee', 'industryBody', 'educationProvider', 'employee'],
            criteria: ['Frågar personen före förflyttningen', 'Berättar för personen vad som ska hända nu'],
          },
          LIFTING,
        ],
      },
    ],
    suitability: ['lugn även när andra är stressade'],
  },
  {
    themes: [
      {
        title: 'Förflyttning',
        says: [
          {
            text: 'kolla sele och bromsar före lyft och rapportera fel',
            by: ['employee', 'tradesBoard', 'employee'],
          },
        ],
      },
    ],
  },
  {
    themes: [
      {
        title: 'Hjälpmedel och förflyttning',
        says: [
          {
            text: 'förflytta brukaren i och ur säng och stol utan att någon skadas',
            by: ['employer', 'employee', 'serviceUser'],
          },
          {
            text: 'avgöra när en förflyttning kräver två personer och avstå tills hjälp finns',
            kind: 'responsibilityAutonomy',
            by: ['employee', 'serviceUser', 'employee'],
          },
        ],
      },
    ],
  },
]

/** Somebody at each group's board writes all that the group has come to; kept as the server keeps it. */
export async function fillBoards(
  { deps }: AppContext,
  { groups }: Workshop,
  work: readonly GroupsWork[],
): Promise<void> {
  for (const [index, { themes, suitability = [] }] of work.entries()) {
    const group = groups[index]
    if (!group) throw new Error(`there is no group ${index + 1}`)
    const seats = new Map<string, string>()
    const perspectives = themes.flatMap(({ says }) => says.flatMap(({ by }) => by))
    for (const perspective of new Set([...perspectives, 'employee'])) {
      const { seat } = await takeSeat(deps, {
        code: group.code,
        name: `Den som är ${perspective}`,
        perspective,
      })
      seats.set(perspective, seat.seatId)
    }
    await writeOnBoard(deps, group.id, seats, (pen) => {
      for (const { title, says, reuse } of themes) {
        const themeId = write.addTheme(pen('employee'), title)
        if (reuse) write.reuseModule(pen('employee'), themeId, reuse)
        for (const { text, kind = 'skills', by, criteria = [] } of says) {
          const cardIds = by.map((perspective, at) =>
            write.addCard(pen(perspective), { kind, text: `Kort ${at + 1}: ${text}`, themeId }),
          )
          const outcomeId = write.addOutcome(pen('employee'), { themeId, category: kind, text, cardIds })
          for (const each of criteria) write.addCriterion(pen('employee'), outcomeId, each)
        }
      }
      for (const text of suitability) write.addCard(pen('employee'), { kind: 'suitability', text })
    })
  }
}

/** A group writes on in one of its sentences. */
export async function rewordOnBoard(
  { deps }: AppContext,
  groupId: string,
  from: string,
  to: string,
): Promise<void> {
  const group = await deps.storage.read(({ workshops }) => workshops.findGroup(groupId))
  const seats = await seatsIn(deps, group?.workshopId ?? '')
  const seat = seats.find((each) => each.groupId === groupId)
  await writeOnBoard(deps, groupId, new Map([['employee', seat?.id ?? '']]), (pen) => {
    const { doc } = pen('employee')
    for (const id of doc.getMap('outcomes').keys()) {
      const text = write.textAt(doc, 'outcomes', id)
      if (text?.toJSON() === from) write.rewrite(pen('employee'), text, to)
    }
  })
}

async function writeOnBoard(
  { storage, now }: AppContext['deps'],
  groupId: string,
  seats: ReadonlyMap<string, string>,
  work: (pen: (perspective: string) => write.Pen) => void,
): Promise<void> {
  const [doc, hands] = await storage.read(async ({ boards, workshops }) => {
    const found = await Promise.all(
      [...seats].map(
        async ([perspective, id]) => [perspective, (await workshops.findSeat(id))?.hand ?? ''] as const,
      ),
    )
    return [docOf(await boards.load(groupId)), new Map(found)] as const
  })
  const before = Y.encodeStateVector(doc)
  work((perspective) => ({ doc, hand: hands.get(perspective) ?? '', newId: v7 }))
  const update = Y.encodeStateAsUpdate(doc, before)
  const [seatId = ''] = seats.values()
  await storage.write(({ boards }) => boards.append([{ groupId, seatId, at: now().toISOString(), update }]))
}

function seatsIn({ storage }: AppContext['deps'], workshopId: string) {
  return storage.read(({ workshops }) => workshops.seats(workshopId))
}

import type { CardKind, LearningOutcome, Workshop } from '../../../schemas/types.ts'
import { countBoard } from '../../domain/workshop/count-board.ts'
import { resultOf } from '../../domain/workshop/group-result.ts'
import { cardsIn } from '../../domain/workshop/lie-of-cards.ts'
import type { Readers } from '../../storage/storage.ts'
import type { StoredSeat } from '../../storage/workshop-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { describeWorkshop, seatsOf } from './describe-workshop.ts'
import { findLed, type Led } from './find-workshop.ts'
import { boardsOf, compiledThemes } from './read-compilation.ts'

/** A workshop's minutes, ready to be laid out. Names are there only if the workshop says that the minutes name people. */
export type MinutesForPrint = {
  readonly workshop: Workshop
  readonly groups: readonly {
    readonly number: number
    readonly place: string
    readonly perspectives: readonly { readonly name: string; readonly count: number }[]
    readonly names: readonly string[]
    readonly cards: Readonly<Record<CardKind, number>>
    readonly themes: readonly {
      readonly title: string
      readonly outcomes: readonly {
        readonly category: LearningOutcome['category']
        readonly text: string
        readonly criteria: readonly string[]
      }[]
      readonly cards: number
    }[]
    readonly suitability: readonly string[]
    readonly unworded: readonly string[]
    readonly open: readonly string[]
    readonly onTheJob: readonly string[]
    readonly notNeeded: readonly string[]
  }[]
  readonly results: {
    readonly taken: readonly Compiled[]
    readonly merged: readonly Compiled[]
    readonly leftOut: readonly (Compiled & { readonly reason: string })[]
  } | null
  readonly outcomeStem: string
  readonly endedAt: string | null
}

type Compiled = { readonly text: string; readonly groups: readonly number[] }

/** Throws what findLed throws. */
export async function readMinutes(deps: Deps, asker: Asker, workshopId: string): Promise<MinutesForPrint> {
  return deps.storage.read(async (stores) => {
    const led = await findLed(stores, asker, workshopId)
    const workshop = await describeWorkshop(stores, asker, led, deps.now())
    const seats = await seatsOf(stores, led.workshop)
    const { perspectives, outcomeStem } = await readSettings(stores)
    const nameOf = (id: string) => perspectives.find((each) => each.id === id)?.name ?? ''
    const draft = await stores.drafts.find(led.workshop.profileId)
    return {
      workshop,
      groups: (await boardsOf(deps, stores, led.workshop)).map(({ group, board }) => {
        const result = resultOf(board)
        const there = seats.filter(({ groupId }) => groupId === group.id)
        const all = (part: 'unworded' | 'open' | 'onTheJob' | 'notNeeded') =>
          result.themes.flatMap((theme) => theme[part].map(({ text }) => text))
        return {
          number: group.number,
          place: group.place,
          perspectives: headsBy(there, nameOf),
          names: led.workshop.anonymity.namesInMinutes ? there.map(({ name }) => name).filter(Boolean) : [],
          cards: countBoard(board).cards,
          themes: result.themes.flatMap(({ theme, wordings }) =>
            theme === null
              ? []
              : [
                  {
                    title: theme.title,
                    outcomes: wordings.map(({ outcome, criteria }) => ({
                      category: outcome.category,
                      text: outcome.text,
                      criteria: criteria.map(({ text }) => text),
                    })),
                    cards: cardsIn(board, theme.id).length,
                  },
                ],
          ),
          suitability: result.suitability.map(({ text }) => text),
          unworded: all('unworded'),
          open: all('open'),
          onTheJob: all('onTheJob'),
          notNeeded: all('notNeeded'),
        }
      }),
      results: await resultsOf(deps, stores, led),
      outcomeStem: draft?.profile.outcomeStem ?? outcomeStem,
      endedAt: workshop.endedAt ?? (workshop.status === 'ended' ? workshop.codesUntil : null),
    }
  })
}

/** How many take part from each perspective, the most first; those from another than the listed come last. */
function headsBy(seats: readonly StoredSeat[], nameOf: (id: string) => string) {
  const counts = new Map<string, number>()
  for (const { perspective } of seats) {
    const name = nameOf(perspective)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => Number(one.name === '') - Number(other.name === '') || other.count - one.count)
}

async function resultsOf(
  deps: Deps,
  stores: Readers,
  { workshop }: Led,
): Promise<MinutesForPrint['results']> {
  const rows = (await compiledThemes(deps, stores, workshop)).flatMap((theme) => theme.rows)
  const decided = rows.flatMap(({ ruling, statements }) =>
    ruling === null
      ? []
      : [
          {
            kind: ruling.kind,
            text: ruling.text || (statements[0]?.text ?? ''),
            groups: [...new Set(statements.map(({ groupNumber }) => groupNumber))],
            reason: ruling.reason,
          },
        ],
  )
  if (decided.length === 0) return null
  const those = (kind: (typeof decided)[number]['kind']) => decided.filter((each) => each.kind === kind)
  return { taken: those('taken'), merged: those('merged'), leftOut: those('leftOut') }
}

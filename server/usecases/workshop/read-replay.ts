import type { Board, BoardReplay, ReplayedBoard, ReplayStep } from '../../../schemas/types.ts'
import { replayOf } from '../../board/replay.ts'
import { stepsToCome } from '../../board/steps-to-come.ts'
import { tallyNeeds } from '../../domain/workshop/tally-needs.ts'
import type { Asker, Deps } from '../deps.ts'
import { findGroupIn, findLed } from './find-workshop.ts'

/**
 * How a group's board came about, in coarse steps and without names; the last is the board as it stands. Throws
 * group-not-found, and what findLed throws.
 */
export async function readReplay(
  deps: Deps,
  asker: Asker,
  { workshopId, groupId }: { workshopId: string; groupId: string },
): Promise<BoardReplay> {
  return deps.storage.read(async (stores) => {
    const { workshop } = await findLed(stores, asker, workshopId)
    const group = await findGroupIn(stores, workshop, groupId)
    const history = replayOf(await stores.boards.steps(group.id))
    const since = history.at(-1)?.at ?? deps.now().toISOString()
    const steps = [...history, ...stepsToCome(await stores.boards.load(group.id), since)]
    return {
      groupNumber: group.number,
      question: workshop.question,
      steps: withoutStandstill(steps.map(({ at, board }) => ({ at, board: shown(board) }))),
    }
  })
}

/** A step at which nothing is seen to happen is none. */
function withoutStandstill(steps: readonly ReplayStep[]): ReplayStep[] {
  const seen = steps.map(({ board }) => JSON.stringify(board))
  const empty = JSON.stringify(NOTHING)
  return steps.filter((_, at) => seen[at] !== (seen[at - 1] ?? empty))
}

const NOTHING: ReplayedBoard = { cards: [], themes: [], outcomes: [], criteria: [] }

function shown(board: Board): ReplayedBoard {
  const { cards, themes, outcomes, criteria } = board
  const standing = <T extends { readonly isAside: boolean }>(things: readonly T[]) =>
    things.filter(({ isAside }) => !isAside)
  const needs = tallyNeeds(board)
  return {
    cards: standing(cards).map(({ id, kind, text, themeId }) => ({
      id,
      kind,
      text,
      themeId,
      need: needs.get(id)?.outcome ?? null,
    })),
    themes: standing(themes).map(({ id, title }) => ({ id, title })),
    outcomes: standing(outcomes).map(({ id, themeId, category, text }) => ({ id, themeId, category, text })),
    criteria: standing(criteria).map(({ id, outcomeId, text }) => ({ id, outcomeId, text })),
  }
}

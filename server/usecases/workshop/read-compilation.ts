import type { Board, Compilation, CompiledTheme, RulingOnRow } from '../../../schemas/types.ts'
import { compileRows } from '../../domain/workshop/compile/compile-rows.ts'
import { rulingsOn, strayRulings } from '../../domain/workshop/compile/rulings-on.ts'
import { statementsOf } from '../../domain/workshop/compile/statements.ts'
import type { Readers } from '../../storage/storage.ts'
import type { StoredGroup, StoredWorkshop } from '../../storage/workshop-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeWorkshop } from './describe-workshop.ts'
import { findLed } from './find-workshop.ts'
import { boardOf } from './read-stored-board.ts'

/** The results of all groups side by side, with what has been decided about them. Throws what findLed throws. */
export async function readCompilation(deps: Deps, asker: Asker, workshopId: string): Promise<Compilation> {
  return deps.storage.read(async (stores) => {
    const led = await findLed(stores, asker, workshopId)
    const themes = await compiledThemes(deps, stores, led.workshop)
    return {
      workshop: await describeWorkshop(stores, asker, led, deps.now()),
      themes: themes.map((theme) => ({
        ...theme,
        rows: theme.rows.map((row) => ({ ...row, ruling: row.ruling && shown(row.ruling) })),
      })),
      strays: strayRulings(themes, await stores.workshops.rulings(workshopId)).map(shown),
    }
  })
}

/** The rows of a workshop as its boards stand now, with the rulings laid over them. */
export async function compiledThemes(
  deps: Deps,
  stores: Readers,
  workshop: StoredWorkshop,
): Promise<CompiledTheme[]> {
  const perspectiveOf = await perspectivesIn(stores, workshop)
  const groups = (await boardsOf(deps, stores, workshop)).map(({ group, board }) =>
    statementsOf(board, { groupNumber: group.number, perspectiveOf }),
  )
  const themes = rulingsOn(compileRows(groups), await stores.workshops.rulings(workshop.id))
  const draft = await stores.drafts.find(workshop.profileId)
  const modules = new Set(draft?.profile.modules.map(({ module }) => module.id))
  return Promise.all(
    themes.map(async (theme) => {
      for (const { themeId } of theme.titles) {
        const moduleId = await stores.workshops.moduleOf(workshop.id, themeId)
        // A module that has been taken out of the draft since is made anew.
        if (moduleId !== undefined && modules.has(moduleId)) return { ...theme, moduleId }
      }
      return theme
    }),
  )
}

/** Every group's board, in the order of the groups. */
export async function boardsOf(
  deps: Deps,
  stores: Readers,
  { id }: StoredWorkshop,
): Promise<{ group: StoredGroup; board: Board }[]> {
  const boards = []
  for (const group of await stores.workshops.groups(id)) {
    boards.push({ group, board: await boardOf(deps, stores, group.id) })
  }
  return boards
}

/** From which perspective a hand writes: that of everyone who has had a seat, also of those who have been taken out. */
export async function perspectivesIn(
  { workshops }: Pick<Readers, 'workshops'>,
  { id }: StoredWorkshop,
): Promise<(hand: string) => string> {
  const perspectives = new Map(
    (await workshops.seats(id)).map(({ hand, perspective }) => [hand, perspective]),
  )
  return (hand) => perspectives.get(hand) ?? ''
}

/** A ruling without what only the storage knows it by. */
function shown({ kind, baseId, statementIds, text, itemId, reason, at }: RulingOnRow): RulingOnRow {
  return { kind, baseId, statementIds, text, itemId, reason, at }
}

import type { CompiledRow, CompiledTheme, OccupationalProfile, RuleOnRow } from '../../../schemas/types.ts'
import type { EditCommand } from '../../domain/profile/edit-draft.ts'
import { findItem } from '../../domain/profile/items.ts'
import { takeRow } from '../../domain/workshop/compile/take-row.ts'
import { ProblemError } from '../../problems.ts'
import type { Writers } from '../../storage/storage.ts'
import type { StoredRuling } from '../../storage/workshop-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { editDraft } from '../profile/edit-draft.ts'
import { findLed, type Led } from './find-workshop.ts'
import { compiledThemes } from './read-compilation.ts'

type OnRow = { readonly workshopId: string; readonly rowId: string }

/**
 * Decides about a row. What is taken goes into the draft by the same way as every edit, with where it comes from; the
 * ruling, the edit and the log are one transaction. The same ruling once more changes nothing. Throws row-not-found,
 * row-changed when a group has written on meanwhile, rehearsal-only, and what editDraft throws.
 */
export async function ruleOnRow(
  deps: Deps,
  asker: Asker,
  { workshopId, rowId, ...ruling }: RuleOnRow & OnRow,
): Promise<void> {
  const at = deps.now().toISOString()
  await withDraft(deps, asker, workshopId, async ({ workshop, profile }, stores, draft) => {
    if (workshop.isRehearsal && ruling.kind !== 'leftOut') throw new ProblemError('rehearsal-only')
    const { theme, row } = findRow(await compiledThemes(deps, stores, workshop), rowId)
    const whence = { workshopId, workshopName: workshop.name, date: workshop.date }
    const taking = takeRow(draft, { theme, row }, ruling, whence, deps.newId)
    if (!taking) throw new ProblemError('row-changed')
    const former = row.ruling && (await standing(stores, workshopId, row.ruling))
    const next: StoredRuling = {
      workshopId,
      rowId: former?.rowId ?? rowId,
      kind: ruling.kind,
      baseId: ruling.kind === 'leftOut' ? null : (ruling.statementIds[0] ?? null),
      // A row is decided as a whole: what was not used in it is left out with it, and stays to be read. What a group has
      // put aside meanwhile still belongs to it, if it is taken up again.
      statementIds: [...new Set([...row.statements.map(({ id }) => id), ...(former?.statementIds ?? [])])],
      criterionIds: criteriaOf(row, ruling),
      text: taking.text,
      itemId: taking.itemId,
      reason: ruling.reason ?? '',
      at,
    }
    if (former && isSame(former, next) && isThere(draft, former)) return []
    await stores.workshops.saveRuling(next)
    if (taking.moduleId !== null && taking.itemId !== null) {
      for (const { themeId } of theme.titles)
        await stores.workshops.nameModule(workshopId, themeId, taking.moduleId)
    }
    for (const origin of taking.origins) await stores.workshops.addOrigin(profile.id, origin)
    for (const itemId of taking.itemId === null ? itemsOf(draft, former) : [])
      await stores.workshops.removeOrigin(profile.id, itemId, workshopId)
    await logEvent(
      deps,
      stores,
      asker.personId,
      { kind: 'row-decided', workshopId, rowId, decision: ruling.kind },
      profile.id,
    )
    return taking.commands
  })
}

type InDraft = (led: Led, stores: Writers, draft: OccupationalProfile) => Promise<readonly EditCommand[]>

async function withDraft(deps: Deps, asker: Asker, workshopId: string, work: InDraft): Promise<void> {
  const { profile } = await deps.storage.read((stores) => findLed(stores, asker, workshopId))
  await editDraft(deps, asker, {
    slug: profile.slug,
    because: { kind: 'compiled', workshopId },
    command: async (held, stores) => work(await findLed(stores, asker, workshopId), stores, held.profile),
  })
}

function findRow(
  themes: readonly CompiledTheme[],
  rowId: string,
): { theme: CompiledTheme; row: CompiledRow } {
  for (const theme of themes) {
    const row = theme.rows.find(({ id }) => id === rowId)
    if (row) return { theme, row }
  }
  throw new ProblemError('row-not-found')
}

/** Those that a ruling names, else all of the statement that it starts from. */
function criteriaOf({ statements }: CompiledRow, { kind, statementIds, criterionIds }: RuleOnRow): string[] {
  if (kind === 'leftOut') return []
  const base = statements.find(({ id }) => id === statementIds[0])
  return [...(criterionIds ?? base?.criteria.map(({ id }) => id) ?? [])]
}

function isSame(former: StoredRuling, next: StoredRuling): boolean {
  return (
    former.kind === next.kind &&
    former.text === next.text &&
    former.reason === next.reason &&
    former.baseId === next.baseId &&
    next.criterionIds.every((id) => former.criterionIds.includes(id))
  )
}

/** What a row had become: an outcome with what stands under it. */
function itemsOf(draft: OccupationalProfile, former: StoredRuling | null): string[] {
  if (former === null || former.itemId === null) return []
  const found = findItem(draft, former.itemId)
  return [former.itemId, ...(found?.kind === 'outcome' ? found.item.criteria.map(({ id }) => id) : [])]
}

/** What somebody has taken out of the draft by hand since is taken into it anew. */
function isThere(draft: OccupationalProfile, { itemId }: StoredRuling): boolean {
  return itemId === null || findItem(draft, itemId) !== undefined
}

/** A row is called by its first statement, which may be another by now: the ruling is found by what it was about. */
async function standing(
  { workshops }: Writers,
  workshopId: string,
  { statementIds, at }: NonNullable<CompiledRow['ruling']>,
): Promise<StoredRuling> {
  const found = (await workshops.rulings(workshopId)).find(
    (each) => each.at === at && each.statementIds.join() === statementIds.join(),
  )
  if (!found) throw new ProblemError('row-not-found')
  return found
}

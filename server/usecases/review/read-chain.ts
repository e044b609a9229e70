import type { Edition, OccupationalProfile, SentenceChain } from '../../../schemas/types.ts'
import { findItem, idOf, itemsOf, type Found } from '../../domain/profile/items.ts'
import { numberItems } from '../../domain/profile/number-items.ts'
import { wordingOf } from '../../domain/profile/wordings.ts'
import { hasWords } from '../../domain/review/changes.ts'
import { dissentsIn } from '../../domain/review/closing.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { findEdition } from '../publishing/read-edition.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { describeRemarks } from './describe-remarks.ts'
import { describeText } from './describe-text.ts'
import type { Case } from './find-review.ts'
import { countPanel } from './load-panel.ts'
import { panelBehind } from './read-panel-record.ts'

type Asked = { readonly slug: string; readonly version: string; readonly itemId: string }

/**
 * The chain behind a published sentence: the workshops and cards that it came of, what was said of it in the panel, how it
 * was changed, how the perspectives stood and what was decided. By perspective, never by name. Throws profile-not-found,
 * edition-not-found, item-not-found.
 */
export async function readChain(deps: Deps, asked: Asked): Promise<SentenceChain> {
  return deps.storage.read(async (stores) => {
    const { edition, panel, found } = await ask(stores, asked)
    const chainOf = await chainsIn(stores, edition, panel)
    return chainOf(found)
  })
}

/** The same of a sentence, and of those that belong to it where it is a module, or the profile itself. */
export async function readChains(
  deps: Deps,
  asked: Asked,
): Promise<{ readonly chain: SentenceChain; readonly within: readonly SentenceChain[] }> {
  return deps.storage.read(async (stores) => {
    const { edition, panel, found } = await ask(stores, asked)
    const chainOf = await chainsIn(stores, edition, panel)
    const within: SentenceChain[] = []
    for (const item of itemsUnder(edition.profile, found)) within.push(await chainOf(item))
    return { chain: await chainOf(found), within }
  })
}

/** The parts of a published text that come out of workshops: modules that have such sentences, and the profile itself. */
export async function partsFromWorkshops(
  deps: Deps,
  { profile }: Pick<Edition, 'profile'>,
): Promise<ReadonlySet<string>> {
  const items = await deps.storage.read(({ workshops }) => workshops.itemsWithOrigin(profile.id))
  return new Set(
    items.flatMap(({ itemId }) => {
      const found = findItem(profile, itemId)
      return found ? [found.within?.module.id ?? profile.id] : []
    }),
  )
}

async function ask(stores: Readers, { slug, version, itemId }: Asked) {
  const stored = await findEdition(stores, slug, version)
  const edition = parseEdition(stored)
  const found = findItem(edition.profile, itemId)
  if (!found) throw new ProblemError('item-not-found', { itemId })
  return { edition, found, panel: await panelBehind(stores, slug, stored.version) }
}

function itemsUnder(profile: OccupationalProfile, { kind, item, within }: Found): Found[] {
  const items = [...itemsOf(profile)]
  if (kind === 'profile') return items.filter((each) => each.within === undefined && each.kind !== 'profile')
  if (kind === 'module') return items.filter((each) => each.within === within && each.kind !== 'module')
  if (kind === 'outcome') return items.filter(({ parentId }) => parentId === item.id)
  return []
}

async function chainsIn(
  stores: Readers,
  { profile, decision }: Edition,
  panel: Case | undefined,
): Promise<(found: Found) => Promise<SentenceChain>> {
  const numbers = numberItems(profile)
  const { perspectives } = await readSettings(stores)
  const panelsPart = panel ? await panelsParts(stores, panel) : () => NO_PANEL
  return async (found) => {
    const itemId = idOf(found.item)
    return {
      itemId,
      number: numbers.get(itemId) ?? '',
      wording: wordingOf(found),
      origins: await stores.workshops.origins(profile.id, itemId),
      ...panelsPart(itemId),
      decision,
      perspectives,
    }
  }
}

type PanelsPart = Pick<SentenceChain, 'remarks' | 'amendments' | 'tally' | 'dissents'>
const NO_PANEL: PanelsPart = { remarks: [], amendments: [], tally: null, dissents: [] }

async function panelsParts(stores: Readers, panel: Case): Promise<(itemId: string) => PanelsPart> {
  const { work, counted, positions } = await countPanel(stores, panel)
  const remarks = await describeRemarks(stores, panel, work.text)
  const { amendments } = await describeText(stores, panel, work)
  const tallied = counted.flatMap(({ items }) => items)
  const dissents = dissentsIn(work.text, panel.members, positions)
  return (itemId) => {
    const part = work.text.parts.find(({ items }) => items.some(({ id }) => id === itemId))
    return {
      remarks: remarks.flatMap(({ anchor, perspective, text, proposal, at, disposition, withdrawnAt }) =>
        anchor.itemId === itemId && disposition && withdrawnAt === null
          ? [{ perspective, text, proposal, at, outcome: disposition.outcome, reason: disposition.reason }]
          : [],
      ),
      amendments: amendments.flatMap(({ at, items, reason, isEditorial }) =>
        items
          .filter((item) => item.itemId === itemId && hasWords(item))
          .map(({ former, wording }) => ({ at, former, wording, reason, isEditorial })),
      ),
      tally: tallied.find(({ item }) => item.id === itemId)?.tally ?? null,
      dissents: dissents.filter(
        (dissent) => dissent.itemId === itemId || (dissent.itemId === null && dissent.partId === part?.id),
      ),
    }
  }
}

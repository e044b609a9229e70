import type { Edition, OccupationalProfile } from '../../../../schemas/types.ts'
import type { StoredDecision, StoredPosition, StoredRemark } from '../../../../server/storage/review-port.ts'
import type { Readers } from '../../../../server/storage/storage.ts'
import type { Deps } from '../../../../server/usecases/deps.ts'

/** All that lies in the database of one profile and its reviews. */
export type Sight = {
  readonly draft: OccupationalProfile | undefined
  readonly editions: readonly {
    readonly version: string
    readonly digest: string
    readonly document: string
  }[]
  readonly reviews: readonly ReviewInSight[]
  /** Changes with anything that has been kept. */
  readonly all: string
}
export type ReviewInSight = {
  readonly id: string
  readonly status: string
  readonly positions: readonly StoredPosition[]
  readonly remarks: readonly StoredRemark[]
  readonly decisions: readonly StoredDecision[]
}

export async function look({ storage }: Deps, slug: string): Promise<Sight> {
  return storage.read(async (stores) => {
    const profile = await stores.profiles.find(slug)
    if (!profile) throw new Error('the profile is gone')
    const draft = (await stores.drafts.find(profile.id))?.profile
    const editions = []
    for (const { version } of await stores.editions.list(profile.id)) {
      const edition = await stores.editions.find(profile.id, version)
      if (edition) editions.push(edition)
    }
    const reviews = []
    for (const review of await stores.reviews.list(profile.id))
      reviews.push({ ...review, ...(await inside(stores, review.id)) })
    return { draft, editions, reviews, all: JSON.stringify([draft, editions, reviews]) }
  })
}

async function inside({ reviews }: Readers, id: string) {
  return {
    positions: await reviews.positions(id),
    remarks: await reviews.remarks(id),
    decisions: await reviews.decisions(id),
    members: await reviews.members(id),
    revisions: await reviews.revisions(id),
    amendments: await reviews.amendments(id),
    confirmations: await reviews.confirmations(id),
    equivalences: await reviews.equivalences(id),
  }
}

export function profileIn({ document }: Sight['editions'][number]): OccupationalProfile {
  return (JSON.parse(document) as Edition).profile
}

const UNFINISHED = ['preparing', 'open', 'approved', 'returned']
const CLOSED = ['approved', 'returned', 'declined', 'published']

/** What must never be, whatever has happened; in words, empty when all is well. */
export function faultsIn(before: Sight, now: Sight): string[] {
  const faults: string[] = []
  for (const edition of before.editions)
    if (!now.editions.some((each) => each.version === edition.version && each.document === edition.document))
      faults.push(`version ${edition.version} is another`)
  if (now.reviews.filter(({ status }) => UNFINISHED.includes(status)).length > 1)
    faults.push('two panels have the profile at once')
  for (const { id, status, positions, remarks, decisions } of now.reviews) {
    const former = before.reviews.find((review) => review.id === id)
    const keys = positions.map((each) => [each.memberId, each.scope, each.itemId, each.hash].join())
    if (new Set(keys).size < keys.length) faults.push('a member stands twice on the same words')
    for (const said of former?.positions ?? [])
      if (!keys.includes([said.memberId, said.scope, said.itemId, said.hash].join()))
        faults.push('a position is gone')
    for (const remark of former?.remarks ?? [])
      if (!remarks.some((each) => each.id === remark.id && each.text === remark.text))
        faults.push('a remark is gone')
    for (const { recalledAt, ...decision } of former?.decisions ?? []) {
      const kept = decisions.find((each) => each.id === decision.id)
      const { recalledAt: recalledNow, ...rest } = kept ?? { recalledAt: null }
      if (JSON.stringify(rest) !== JSON.stringify(decision)) faults.push('a decision is another')
      if (recalledAt !== null && recalledNow !== recalledAt) faults.push('a recall is another')
    }
    const isOpen = ({ disposition, withdrawnAt }: StoredRemark) =>
      disposition === null && withdrawnAt === null
    if (CLOSED.includes(status) && remarks.some(isOpen)) faults.push('a remark is open after the close')
    if (status === 'approved' && former?.status === 'published') faults.push('what was published is undone')
  }
  return faults
}

/**
 * Whether what editors have typed is lost from the draft: it changes by their own edits; by an amendment, where it still has
 * the words that the panel amends; and it goes where it has been published word by word, or was thrown away.
 */
export function lostInDraft(act: string, before: Sight, now: Sight): string[] {
  if (act === 'editDraft' || act === 'crossEditor' || before.draft === undefined) return []
  const published = now.editions.find(
    ({ version }) => !before.editions.some((each) => each.version === version),
  )
  if (!now.draft) {
    if (act === 'discardDraft') return []
    return published && same(profileIn(published), before.draft)
      ? []
      : ['the draft is gone, and was not published']
  }
  if (same(before.draft, now.draft)) return []
  if (!['amend', 'respell', 'takeBack'].includes(act)) return [`the draft has been changed by ${act}`]
  const overwritten = newChanges(before, now).some((change) => {
    const there = nodeIn(before.draft, change.itemId)
    if (change.kind === 'item-removed') return !same(there, change.item)
    return change.kind === 'item-amended' && there?.[change.field ?? ''] !== change.from
  })
  return overwritten ? ['words of the draft were overwritten that the panel had not seen'] : []
}

type Changed = { kind: string; itemId: string; field?: string; from?: unknown; item?: unknown }
type Amendments = { id: string; changes: Changed[] }[]

function newChanges(before: Sight, now: Sight): Changed[] {
  const ids = new Set(amendmentsIn(before).map(({ id }) => id))
  return amendmentsIn(now).find(({ id }) => !ids.has(id))?.changes ?? []
}

function nodeIn(value: unknown, itemId: string): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('id' in value && value.id === itemId) return value
  for (const inner of Object.values(value)) {
    const found = nodeIn(inner, itemId)
    if (found) return found
  }
  return undefined
}

function amendmentsIn({ reviews }: Sight): Amendments {
  return reviews.flatMap((review) => (review as unknown as { amendments: Amendments }).amendments)
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

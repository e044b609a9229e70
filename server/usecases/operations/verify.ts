import type { Edition, LoggedEvent } from '../../../schemas/types.ts'
import { hashWordings } from '../../domain/profile/wordings.ts'
import { faultsOf } from '../../contract.ts'
import { canonicalJson, sha256 } from '../../seal.ts'
import { followsOn } from '../../storage/log-chain.ts'
import type { Storage, StoredEdition } from '../../storage/storage.ts'

export type Verified = {
  readonly editions: number
  readonly entries: number
  /** Hash of the last log entry: written down elsewhere, it shows later that nobody has made the whole log anew. */
  readonly head: string
  /** What does not hold; empty when all does. */
  readonly breaches: readonly Breach[]
}

export type Breach = {
  readonly code:
    | 'edition-digest' // the bytes are not the ones that were sealed
    | 'edition-form' // the bytes are not canonical JSON, or name another version
    | 'edition-wordings' // a wording is not the one that its hash is of
    | 'edition-chain' // it names another former edition than the one before it
    | 'edition-unlogged' // the log does not know of it
    | 'edition-missing' // the log knows of it, but it is gone
    | 'log-unreadable' // an entry from this one on holds no JSON
    | 'log-chain' // an entry has been changed, or one is missing before it
    | 'log-end' // entries are missing at the end
  /** The version with its profile's slug; the entry's number in the log. */
  readonly where: string
}

/** Computes every edition's digest and the whole log chain again, and compares them with each other. Changes nothing. */
export async function verify(
  storage: Storage,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Verified> {
  return storage.read(async ({ profiles, editions, log }) => {
    const slugs = new Map((await profiles.list()).map(({ id, slug }) => [id, slug]))
    const nameOf = (profileId: string | null, version: string) =>
      `${slugs.get(profileId ?? '') ?? profileId} ${version}`
    const head = await log.head().catch(() => undefined) // none, when somebody has taken it away
    const total = head?.seq ?? 0
    const breaches: Breach[] = []
    const published = new Map<string, string>()
    let previous = { seq: 0, hash: '0'.repeat(64) }
    let done = 0
    let wholeLogRead = true
    try {
      for await (const entry of log.all()) {
        if (!followsOn(previous, entry)) breaches.push({ code: 'log-chain', where: `${entry.seq}` })
        const event: LoggedEvent | null = entry.event // null is JSON too
        if (event?.kind === 'edition-published') {
          published.set(nameOf(entry.profileId, event.version), event.digest)
        }
        previous = entry
        onProgress(++done, total)
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      wholeLogRead = false
      breaches.push({ code: 'log-unreadable', where: `${previous.seq + 1}` })
    }
    const entries = done
    if (wholeLogRead && (head?.seq !== previous.seq || head.hash !== previous.hash)) {
      breaches.push({ code: 'log-end', where: `${previous.seq + 1}` })
    }
    const former = new Map<string, StoredEdition>()
    for await (const edition of editions.all()) {
      const name = nameOf(edition.profileId, edition.version)
      breaches.push(
        ...breachesOf(edition, former.get(edition.profileId)).map((code) => ({ code, where: name })),
      )
      if (wholeLogRead && published.get(name) !== edition.digest) {
        breaches.push({ code: 'edition-unlogged', where: name })
      }
      published.delete(name)
      former.set(edition.profileId, edition)
      onProgress(++done, total + former.size)
    }
    for (const name of published.keys()) breaches.push({ code: 'edition-missing', where: name })
    return { editions: done - entries, entries, head: previous.hash, breaches }
  })
}

function breachesOf(
  { document, digest, version }: StoredEdition,
  former: StoredEdition | undefined,
): Breach['code'][] {
  if (sha256(document) !== digest) return ['edition-digest']
  const edition = parsed(document)
  if (!edition) return ['edition-form']
  const hashes = hashWordings(edition.profile, sha256)
  const supersedes = former ? { version: former.version, digest: former.digest } : null
  const checks: [Breach['code'], boolean][] = [
    ['edition-form', canonicalJson(edition) === document && edition.version === version],
    ['edition-wordings', canonicalJson(hashes) === canonicalJson(edition.wordingHashes)],
    ['edition-chain', canonicalJson(edition.supersedes) === canonicalJson(supersedes)],
  ]
  return checks.filter(([, holds]) => !holds).map(([code]) => code)
}

function parsed(document: string): Edition | undefined {
  try {
    const edition = JSON.parse(document) as Edition
    return faultsOf('edition', edition).length === 0 ? edition : undefined
  } catch {
    return undefined
  }
}

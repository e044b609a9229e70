import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import canonicalize from 'canonicalize'
import type { OccupationalProfile } from '../../schemas/types.ts'
import type * as ContractModule from '../../server/contract.ts'
import { buildEditionOf } from './build-large-profile.ts'
import { built } from './built.ts'

type BarePress = {
  readonly publish: (profile: OccupationalProfile) => void
  /** Milliseconds that a transaction of one small row takes: the disk's part. */
  readonly commit: () => number
  readonly close: () => void
}

/** The steps of publishing and nothing else: validate, hash each wording, canonical JSON, digest, insert, log. */
export async function openBarePress(file: string): Promise<BarePress> {
  const { faultsOf } = await built<typeof ContractModule>('contract')
  const db = new Database(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec('create table edition (id text primary key, digest text, document text)')
  db.exec('create table log (seq integer primary key, event text, hash text)')
  const insert = db.prepare('insert into edition values (?, ?, ?)')
  const append = db.prepare('insert into log (event, hash) values (?, ?)')

  return {
    publish(profile: OccupationalProfile): void {
      const edition = { ...buildEditionOf(profile, {}), wordingHashes: hashEach(profile) }
      if (faultsOf('edition', edition).length > 0)
        throw new Error('the large edition is not what the schema says')
      const document = canonicalize(edition) ?? ''
      const digest = sha256(document)
      const event = canonicalize({ kind: 'edition-published', profileId: profile.id, digest }) ?? ''
      db.transaction(() => {
        insert.run(profile.id, digest, document)
        append.run(event, sha256(event))
      })()
    },
    commit(): number {
      const start = performance.now()
      append.run('', '')
      return performance.now() - start
    },
    close: () => void db.close(),
  }
}

function hashEach(profile: OccupationalProfile): Record<string, string> {
  const hashes: Record<string, string> = {}
  for (const { module } of profile.modules) {
    hashes[module.id] = sha256(module.title)
    for (const outcome of module.outcomes) {
      hashes[outcome.id] = sha256(outcome.text)
      for (const { id, text } of outcome.criteria) hashes[id] = sha256(text)
    }
  }
  return hashes
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Config } from './config.ts'
import { editionShelf, type EditionShelf } from './http/edition-shelf.ts'
import { openAnnouncements, type Announcements } from './live/announcements.ts'
import { log } from './log.ts'
import { openPress, type Press } from './press.ts'
import { openStorage } from './storage/open-storage.ts'
import type { Storage } from './storage/storage.ts'
import type { Deps } from './usecases/deps.ts'

/** Everything that the edges of the program are given. */
export type AppContext = {
  readonly config: Config
  readonly deps: Deps
  readonly announcements: Announcements
  readonly shelf: EditionShelf
  readonly press: Press
}

/** The only place that knows which storage, clock and dice are used. Throws StorageFailure or DatabaseFromTheFuture. */
export async function openContext(config: Config): Promise<AppContext> {
  const storage = await openStorage(config, (error) => log.warn({ err: error }, 'lost a database connection'))
  return contextOn(storage, config)
}

/** The same on a storage that is open already: for tests, which also set the clock. */
export function contextOn(storage: Storage, config: Config, now: () => Date = () => new Date()): AppContext {
  const announcements = openAnnouncements()
  const deps: Deps = {
    storage,
    now,
    newId: v7,
    newSecret: () => randomBytes(32).toString('base64url'),
    announce: announcements.announce,
  }
  return {
    config,
    deps,
    announcements,
    shelf: editionShelf(),
    press: openPress(config),
  }
}

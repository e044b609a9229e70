import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Config } from './config.ts'
import { editionShelf, type EditionShelf } from './http/edition-shelf.ts'
import { seatSecret, sessionSecret } from './http/cookies.ts'
import { openRateLimits, type RateLimits } from './http/rate-limits.ts'
import { openInstallation, type Installation } from './installation.ts'
import { openAnnouncements, type Announcements } from './live/announcements.ts'
import { openBoards, type Boards } from './live/boards/open-boards.ts'
import { openOversight, type Oversight } from './live/oversight.ts'
import { boardDoor, liveBoards } from './live/workshop-boards.ts'
import { log } from './log.ts'
import { letterContents } from './mail/letter-contents.ts'
import type { PostOffice } from './mail/post-office.ts'
import type { Metrics } from './metrics.ts'
import { openJobs, type Jobs } from './operations/jobs.ts'
import { nightlyBackup } from './operations/nightly-backup.ts'
import { reviewReminders } from './operations/review-reminders.ts'
import { tidyingJob } from './operations/tidying.ts'
import type { OpenIdDoor } from './people/open-id.ts'
import { passkeyDoor } from './people/passkeys.ts'
import { openPasswords } from './people/passwords.ts'
import { openPress, type Press } from './press.ts'
import { readAsker } from './usecases/people/sign-in.ts'
import { openStorage } from './storage/open-storage.ts'
import type { Storage } from './storage/storage.ts'
import type { Deps } from './usecases/deps.ts'

/** Everything that the edges of the program are given. */
export type AppContext = {
  readonly config: Config
  readonly deps: Deps
  readonly installation: Installation
  readonly announcements: Announcements
  readonly oversight: Oversight
  readonly boards: Boards
  readonly shelf: EditionShelf
  readonly press: Press
  /** Null where nobody comes in by another organisation's sign-in. */
  readonly openId: OpenIdDoor | null
  readonly limits: RateLimits
  /** Null where nobody may read them. */
  readonly metrics: Metrics | null
  /** Whether no more requests are to be sent here. */
  isStopping: boolean
  /** What goes on by itself while the program serves. */
  readonly background: Background
}

type Background = {
  /** Sends mail, and runs what is due. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly runNow: Jobs['runNow']
}

/** The only place where it is known which storage, clock and dice are used. Throws StorageFailure or DatabaseFromTheFuture. */
export async function openContext(config: Config): Promise<AppContext> {
  const storage = await openStorage(config, (error) => log.warn({ err: error }, 'lost a database connection'))
  const context = await contextOn(storage, config)
  await context.installation.load()
  return context
}

/**
 * The same on a storage that is open already: for tests, which also set the clocks: the one on the wall, and the one that
 * measures how often somebody asks, in milliseconds, which only goes forward. What an installation does without is not
 * loaded either: each library is some megabytes and hundredths of a second.
 */
export async function contextOn(
  storage: Storage,
  config: Config,
  now: () => Date = () => new Date(),
  elapsed: () => number = () => performance.now(),
): Promise<AppContext> {
  const announcements = openAnnouncements()
  const oversight = openOversight()
  const installation = openInstallation(storage, config)
  const metrics =
    config.metricsToken === null ? null : (await import('./metrics.ts')).openMetrics({ ofProcess: true })
  const openId =
    config.openId && (await import('./people/open-id.ts')).openIdDoor(config.openId, config.baseUrl, now)
  let post: PostOffice | undefined
  const boards = openBoards({
    storage,
    now,
    log,
    isShared: config.databaseUrl !== undefined,
    admit: boardDoor(
      () => deps,
      async (request) => ({
        asker: await readAsker(deps, sessionSecret(request, config)),
        secret: seatSecret(request, config),
      }),
    ),
  })
  boards.onChange((groupId) => oversight.changed([groupId]))
  const deps: Deps = {
    storage,
    now,
    newId: v7,
    newSecret: () => randomBytes(32).toString('base64url'),
    announce: announcements.announce,
    letGo(whose) {
      announcements.letGo(whose)
      boards.letGo(whose)
    },
    sendsMail: config.mail !== null,
    nudgePost: () => post?.nudge(),
    boards: liveBoards(
      boards,
      oversight,
      () => deps,
      (error) => log.warn({ err: error }, 'a board could not be told how its workshop stands'),
    ),
    passwords: openPasswords(),
    passkeys: passkeyDoor(config.baseUrl),
  }
  const jobs = openJobs({
    storage,
    now,
    jobs: [nightlyBackup(config, now), tidyingJob(deps), reviewReminders(deps)].filter((job) => job !== null),
    log,
    onFailed: (name) => metrics?.countFailedJob(name),
    onLook: installation.load,
  })
  metrics?.watch('listeners', announcements.count)
  metrics?.watch('lastBackup', () => lastBackupIn(storage))
  metrics?.watch('mailWaiting', () => storage.read(({ mails }) => mails.countBy('waiting')))
  return {
    config,
    deps,
    installation,
    announcements,
    oversight,
    boards,
    shelf: editionShelf(),
    press: openPress(installation.setup),
    openId,
    limits: openRateLimits(elapsed),
    metrics,
    isStopping: false,
    background: {
      async start() {
        if (config.mail) {
          const { openPostOffice } = await import('./mail/post-office.ts')
          const { openSmtp } = await import('./mail/smtp.ts')
          post = openPostOffice({
            storage,
            now,
            transport: openSmtp(config.mail),
            write: (mail) => letterContents(deps, installation.setup(), mail),
            onTrouble: (trouble) => log.warn(trouble, 'a mail has not gone'),
          })
        }
        jobs.start()
      },
      async stop() {
        await Promise.all([post?.stop(), jobs.stop()])
      },
      runNow: jobs.runNow,
    },
  }
}

/** In seconds since 1970; null when the last one did not go well. */
async function lastBackupIn(storage: Storage): Promise<number | null> {
  const runs = await storage.read(({ jobs }) => jobs.list())
  const last = runs.find(({ name }) => name === 'backup')
  return last?.ok && last.endedAt !== null ? Date.parse(last.endedAt) / 1000 : null
}

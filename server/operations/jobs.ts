import type { Logger } from 'pino'
import type { JobRun, Storage } from '../storage/storage.ts'
import type { Job } from './nightly-backup.ts'

/** Runs what is due, and keeps how it went where administrators see it. */
export type RunningJobs = {
  /** Runs a job now, whether or not it is due; false when there is none such. Throws what the job throws. */
  readonly runNow: (name: string) => Promise<boolean>
  /** Runs nothing more; gives when what is running is done. */
  readonly stop: () => Promise<void>
}

type Needs = {
  readonly storage: Storage
  readonly now: () => Date
  readonly jobs: readonly Job[]
  readonly log: Pick<Logger, 'error'>
  readonly onFailed: (name: string) => void
  /** What else is looked after each time, such as what other processes have changed. */
  readonly onLook: () => Promise<void>
}

const LOOK_EVERY_MS = 60_000
/** Whoever starts wants the pages first. */
const FIRST_LOOK_MS = 20_000

/** Looks soon, and every minute from then on. Several processes may share a database: one of them runs a job. */
export function startJobs(needs: Needs): RunningJobs {
  let round = Promise.resolve()
  const look = () => void (round = round.then(() => runDue(needs)))
  const first = setTimeout(look, FIRST_LOOK_MS).unref()
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  return {
    async runNow(name) {
      const job = needs.jobs.find((each) => each.name === name)
      if (job) await run(needs, job)
      return job !== undefined
    },
    async stop() {
      clearTimeout(first)
      clearInterval(timer)
      await round
    },
  }
}

async function runDue(needs: Needs): Promise<void> {
  await needs
    .onLook()
    .catch((error: unknown) => needs.log.error({ code: codeOf(error) }, 'looking after things failed'))
  for (const job of needs.jobs) {
    await runIfDue(needs, job).catch((error: unknown) => {
      needs.log.error({ job: job.name, code: codeOf(error) }, 'a job failed')
      needs.onFailed(job.name)
    })
  }
}

async function runIfDue(needs: Needs, job: Job): Promise<void> {
  const { storage, now } = needs
  const runs = await storage.read(({ jobs }) => jobs.list())
  if (job.nextDue(lastSuccess(runs, job), now()) > now()) return
  await run(needs, job)
}

async function run({ storage, now }: Needs, job: Job): Promise<void> {
  const begun = now()
  const aMinuteAgo = new Date(begun.getTime() - LOOK_EVERY_MS + 1).toISOString()
  const isMine = await storage.write(({ jobs }) => jobs.begin(job.name, begun.toISOString(), aMinuteAgo))
  if (!isMine) return
  try {
    const detail = await job.run()
    await storage.write(({ jobs }) => jobs.end(job.name, now().toISOString(), true, detail))
  } catch (error) {
    const detail = { problem: codeOf(error) }
    await storage.write(({ jobs }) => jobs.end(job.name, now().toISOString(), false, detail))
    throw error
  }
}

function lastSuccess(runs: readonly JobRun[], { name }: Job): Date | undefined {
  const last = runs.find((each) => each.name === name)
  return last?.ok ? new Date(last.startedAt) : undefined
}

/** A code and never an error's words, which may hold values. */
function codeOf(error: unknown): string {
  const { code, kind, name } = Object(error) as Record<'code' | 'kind' | 'name', unknown>
  return String(kind ?? code ?? name)
}

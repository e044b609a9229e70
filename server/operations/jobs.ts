import type { Logger } from 'pino'
import type { JobRun, Storage } from '../storage/storage.ts'

/** Something that the program does by itself, from time to time. */
export type Job = {
  readonly name: string
  /** When it is due next; now or earlier is at once. `last` is when it last went well. */
  nextDue(last: Date | undefined, now: Date): Date
  /**
   * Gives what there is to say about it, in numbers and names of files. `asker` is the person who wants it now; null
   * when it is time. Throws when it did not go well.
   */
  run(asker: string | null): Promise<JobRun['detail']>
}

/** Runs what is due, and keeps how it went where administrators see it. */
export type Jobs = {
  /** Looks soon, and every minute from then on. Several processes may share a database: one of them runs a job. */
  readonly start: () => void
  /** Runs a job now, however lately it was run; false when there is none such. Throws what the job throws. */
  readonly runNow: (name: string, asker: string | null) => Promise<boolean>
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
/** Nothing has begun since: whoever presses a button twice has asked twice. */
const ANY_TIME = '9999-12-31T23:59:59.999Z'
/** Whoever starts wants the pages first. */
const FIRST_LOOK_MS = 20_000

export function openJobs(needs: Needs): Jobs {
  let round = Promise.resolve()
  let first: NodeJS.Timeout | undefined
  let timer: NodeJS.Timeout | undefined
  const look = () => void (round = round.then(() => runDue(needs)))
  return {
    start() {
      first = setTimeout(look, FIRST_LOOK_MS).unref()
      timer = setInterval(look, LOOK_EVERY_MS).unref()
    },
    async runNow(name, asker) {
      const job = needs.jobs.find((each) => each.name === name)
      if (job) await run(needs, job, { since: ANY_TIME, asker })
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
  const since = new Date(now().getTime() - LOOK_EVERY_MS + 1).toISOString()
  await run(needs, job, { since, asker: null })
}

/** Runs it, unless another process has begun it since. */
async function run(
  { storage, now }: Needs,
  job: Job,
  { since, asker }: { since: string; asker: string | null },
): Promise<void> {
  const isMine = await storage.write(({ jobs }) => jobs.begin(job.name, now().toISOString(), since))
  if (!isMine) return
  try {
    const detail = await job.run(asker)
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

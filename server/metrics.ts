import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** A request that has been answered, or whose asker has left. `route` is the address as it is written in the code, never as it was asked for. */
export type Observed = {
  readonly method: string
  readonly route: string
  readonly status: number | 'aborted'
  readonly ms: number
}

/** What is read when it is asked for. Null, and what cannot be read just then, is left out of the answer. */
type Reading = () => number | null | Promise<number | null>

export type Metrics = {
  readonly observe: (request: Observed) => void
  readonly watch: (what: Watched, read: Reading) => void
  readonly countFailedJob: (job: string) => void
  /** Everything in Prometheus' text format. */
  readonly text: () => Promise<{ readonly contentType: string; readonly body: string }>
}

const WATCHED = {
  listeners: {
    name: 'profilverkstad_listeners',
    help: 'Open connections that are told what happens to a draft',
  },
  mailWaiting: { name: 'profilverkstad_mail_waiting', help: 'Letters in the outbox that are not sent yet' },
  lastBackup: {
    name: 'profilverkstad_last_backup_timestamp_seconds',
    help: 'When the last backup was finished, in seconds since 1970',
  },
} as const
export type Watched = keyof typeof WATCHED

/** The rest are counted together: who asks must not be able to make up series. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Measures on a registry of their own. `ofProcess` adds memory, processor, event loop and garbage collection, whose
 * observers are never taken down again: not for a program that nobody may ask.
 */
export function openMetrics({ ofProcess }: { readonly ofProcess: boolean }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by method, route and class of status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const failedJobs = new Counter({
    name: 'profilverkstad_failed_jobs_total',
    help: 'Times that a job has failed, by job',
    labelNames: ['job'],
    registers,
  })
  return {
    observe({ method, route, status, ms }) {
      const labels = {
        method: METHODS.has(method) ? method : 'other',
        route,
        status: status === 'aborted' ? status : `${Math.trunc(status / 100)}xx`,
      }
      durations.observe(labels, ms / 1000)
    },
    watch(what, read) {
      const gauge: Gauge = new Gauge({ ...WATCHED[what], registers, collect: () => fill(gauge, read) })
    },
    countFailedJob: (job) => failedJobs.inc({ job }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  }
}

/** One reading that fails must not hide the others: they are wanted most when something is wrong. */
async function fill(gauge: Gauge, read: Reading): Promise<void> {
  gauge.remove()
  try {
    const value = await read()
    if (value !== null) gauge.set(value)
  } catch {
    // Left out; why is told where the reading is used for its own sake.
  }
}

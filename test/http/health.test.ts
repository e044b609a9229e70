import express, { type ErrorRequestHandler } from 'express'
import request from 'supertest'
import { healthRoutes, metricsRoute } from '../../server/http/health.ts'
import { openMetrics } from '../../server/metrics.ts'
import type { ProblemError } from '../../server/problems.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { openMemoryStorage } from '../support/memory-storage.ts'

type Readable = Pick<Storage, 'read'>
const asker = (storage: Readable, isStopping = () => false, patienceMs = 30) =>
  request(express().use(healthRoutes({ storage, isStopping, patienceMs })))

const BROKEN: Readable = {
  read: () => Promise.reject(new Error('the password of the database is hunter2')),
}

/** A database that answers nobody, and how often it was asked. */
function hanging(): Readable & { asked: number } {
  return {
    asked: 0,
    read() {
      this.asked += 1
      return new Promise(() => {})
    },
  }
}

describe('/healthz', () => {
  test('answers as long as the process does, whatever the database does', async () => {
    const { headers } = await asker(BROKEN).get('/healthz').expect(200, { status: 'ok' })
    expect(headers['cache-control']).toBe('no-store')
  })
})

test.each(['/healthz/', '/readyz/', '/Healthz', '/READYZ'])(
  'there is no %s, which a proxy that shuts the one address would let through',
  async (address) => {
    await asker(BROKEN).get(address).expect(404)
  },
)

describe('/readyz', () => {
  let storage: Storage
  beforeAll(async () => void (storage = await openMemoryStorage()))
  afterAll(() => storage.close())

  test('says yes when the database answers', async () => {
    const { headers } = await asker(storage, undefined, 2_000).get('/readyz').expect(200, { status: 'ok' })
    expect(headers['cache-control']).toBe('no-store')
  })

  test.each([
    { state: 'the database refuses', storage: () => BROKEN, stopping: false, failed: 'database' },
    { state: 'the database hangs', storage: hanging, stopping: false, failed: 'database' },
    { state: 'the program is stopping', storage: () => storage, stopping: true, failed: 'stopping' },
  ])('says no when $state, and not why', async ({ storage: open, stopping, failed }) => {
    const answer = asker(open(), () => stopping).get('/readyz')
    const { headers } = await answer.expect(503, { status: 'unavailable', failed })
    expect(headers['cache-control']).toBe('no-store')
  })

  test('asks a database that hangs once, however many want to know', async () => {
    const database = hanging()
    const app = express().use(healthRoutes({ storage: database, isStopping: () => false, patienceMs: 30 }))
    const answers = await Promise.all(Array.from({ length: 20 }, () => request(app).get('/readyz')))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(503))
    expect(database.asked).toBe(1)
  })

  test('says yes again when the database is back', async () => {
    let isAway = true
    const app = asker({ read: (work) => (isAway ? Promise.reject(new Error('away')) : storage.read(work)) })
    await app.get('/readyz').expect(503)
    isAway = false
    await app.get('/readyz').expect(200)
  })
})

describe('/metrics', () => {
  const TOKEN = 'correct horse battery'
  const refuse: ErrorRequestHandler = (error: ProblemError, _request, response, _next) => {
    response.status(error.status).json({ code: error.code })
  }
  const app = (token: string | null, metrics = openMetrics({ ofProcess: false })) =>
    request(express().use(metricsRoute(metrics, token), refuse))

  test('is not there where no token is set', async () => {
    await app(null).get('/metrics').set('authorization', 'Bearer null').expect(404)
    await app(null).get('/metrics').set('authorization', 'Bearer ').expect(404)
  })

  test.each([
    ['no token', undefined],
    ['another token', 'Bearer correct horse batterx'],
    ['the beginning of the token', 'Bearer correct horse'],
    ['the token as a password', `Basic ${TOKEN}`],
    ['nothing after the scheme', 'Bearer '],
  ])('refuses whoever has %s', async (_given, authorization) => {
    const asked = app(TOKEN).get('/metrics')
    const { headers } = await (authorization ? asked.set('authorization', authorization) : asked).expect(401)
    expect(headers['www-authenticate']).toBe('Bearer')
  })

  test('gives what is measured to whoever has the token, and to no cache', async () => {
    const metrics = openMetrics({ ofProcess: true })
    metrics.observe({ method: 'GET', route: '/api/v1/profiles/{slug}', status: 200, ms: 7 })
    metrics.observe({ method: 'BREW', route: 'other', status: 'aborted', ms: 7 })
    metrics.watch('listeners', () => 3)
    metrics.watch('mailWaiting', () => Promise.reject(new Error('the database is away')))
    metrics.watch('lastBackup', () => null)
    metrics.countFailedJob('backup')
    const { headers, text } = await app(TOKEN, metrics)
      .get('/metrics')
      .set('authorization', `Bearer ${TOKEN}`)
      .expect(200)
    expect(headers['content-type']).toContain('text/plain')
    expect(headers['cache-control']).toBe('no-store')
    const values = text.split('\n').filter((line) => !line.startsWith('#'))
    expect(values).toEqual(
      expect.arrayContaining([
        'http_request_duration_seconds_count{method="GET",route="/api/v1/profiles/{slug}",status="2xx"} 1',
        'http_request_duration_seconds_count{method="other",route="other",status="aborted"} 1',
        'profilverkstad_listeners 3',
        'profilverkstad_failed_jobs_total{job="backup"} 1',
      ]),
    )
    expect(values.filter((line) => /mail_waiting|last_backup/u.test(line))).toEqual([])
    expect(text).toContain('process_resident_memory_bytes')
  })

  test('keeps two programs in one process apart', async () => {
    const [one, other] = [openMetrics({ ofProcess: false }), openMetrics({ ofProcess: false })]
    one.countFailedJob('mail')
    expect((await other.text()).body).not.toContain('job="mail"')
  })

  test('leaves out a reading that was there once and cannot be had now', async () => {
    const metrics = openMetrics({ ofProcess: false })
    let waiting: number | null = 4
    metrics.watch('mailWaiting', () => waiting)
    expect((await metrics.text()).body).toContain('profilverkstad_mail_waiting 4')
    waiting = null
    expect((await metrics.text()).body).not.toMatch(/^profilverkstad_mail_waiting \d/mu)
  })
})

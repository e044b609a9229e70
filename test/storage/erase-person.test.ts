import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { OutboxPage, Problem, RemarkList, Review, ReviewTally, ReviewText } from '../../schemas/types.ts'
import { backUp } from '../../server/storage/back-up.ts'
import { openSqliteFile } from '../../server/storage/kysely/sqlite.ts'
import { openStorage, SQLITE_FILE } from '../../server/storage/open-storage.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { readPanelRecord } from '../../server/usecases/review/read-panel-record.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import { API, invite, wholeLog } from '../usecases/acquaintances.ts'
import { takePartInEverything, type Life } from '../usecases/take-part-in-everything.ts'
import { everythingIn } from './upgrade-from-0001.ts'

const at = '2026-03-01T09:00:00.000Z'
let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-erase-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Where what was done stays with the pseudonym of whoever did it, which leads nowhere when they have been erased. */
const WITH_PSEUDONYMS = ['log', 'amendment', 'remark']

/** All that SQLite has on the disk, while it is open; nothing of PostgreSQL's. */
function bytesOf({ place }: Pick<FreshDatabase, 'place'>): Buffer {
  const files = ['', '-wal', '-shm'].map((end) => path.join(place.dataDir, `${SQLITE_FILE}${end}`))
  return Buffer.concat(files.filter(existsSync).map((file) => readFileSync(file)))
}
const tracesIn = (text: Buffer | string, traces: readonly string[]) =>
  traces.filter((trace) => text.includes(trace))

onEachDatabase((open) => {
  test('who is erased having taken part in everything is nowhere, and all that they did holds', async () => {
    const fresh = await open()
    const life = await takePartInEverything(fresh.storage)
    const { admin, elsaId, traces, test: app } = life
    const before = await verify(fresh.storage)
    const editions = async () => (await admin.get(`${API}/profiles/testare/editions/1.0.0`).expect(200)).text
    const edition = await editions()
    expect(tracesIn(bytesOf(fresh), traces).length > 10).toBe(fresh.dialect === 'sqlite')

    await admin.delete(`${API}/people/${elsaId}`).expect(204)

    const after = await verify(fresh.storage)
    expect(after).toMatchObject({ editions: before.editions, entries: before.entries + 1, breaches: [] })
    expect(await editions()).toBe(edition)
    expect(tracesIn(bytesOf(fresh), traces)).toEqual([])
    for (const [table, rows] of Object.entries(await everythingIn(fresh.place))) {
      const text = rows.join('\n')
      expect([table, tracesIn(text, traces)]).toEqual([table, []])
      expect([table, text.includes(elsaId)]).toEqual([table, WITH_PSEUDONYMS.includes(table)])
    }
    expect(tracesIn(await allThatIsGiven(life), traces)).toEqual([])
    const file = path.join(folder, 'kopia.gz')
    await backUp(fresh.place, file, at)
    expect(tracesIn(gunzipSync(readFileSync(file)), traces)).toEqual([])
    expect(JSON.stringify(await wholeLog(fresh.storage))).toContain(elsaId)
    expect(app.context.announcements.count()).toBe(0)
  }, 30_000)
})

onEachDatabase((open) => {
  test('who is erased while a panel is at work leaves a place that is nobody’s, and what was said from it', async () => {
    const { storage } = await open()
    const { admin, elsaId, panel, test: app } = await takePartInEverything(storage)
    const at = (path = '') => `${API}/reviews/${panel.reviewId}${path}`
    const body = async <T>(path?: string) => (await admin.get(at(path)).expect(200)).body as T
    const tally = await body<ReviewTally>('/tally')
    const remarks = await body<RemarkList>('/remarks')
    const seat = async () =>
      (await body<Review>()).composition.members.find(({ id: memberId }) => memberId === panel.memberId)
    const before = await seat()
    expect(await namedIn(app, panel.reviewId)).toEqual(['Elsabet Nygift'])
    expect(before).toMatchObject({ name: 'Elsabet Nygift', email: 'elsabet.ny@exempel.se', isNamed: true })

    await admin.delete(`${API}/people/${elsaId}`).expect(204)

    expect(await seat()).toEqual({ ...before, name: null, email: null })
    expect(await body('/tally')).toEqual(tally)
    const unnamed = remarks.items.map((remark) => ({ ...remark, author: null }))
    expect(await body('/remarks')).toEqual({ items: unnamed })
    expect(await namedIn(app, panel.reviewId)).toEqual([])
    await admin.get(at('/minutes')).expect(200)
    const entry = { memberId: panel.memberId, scope: 'part', position: 'agree', reason: '' }
    const [part] = (await body<ReviewText>('/text')).parts
    const { body: refusal } = await admin
      .post(at('/entered-positions'))
      .send({ id: id('for-her'), entries: [{ ...entry, itemId: part?.id, hash: part?.hash }] })
      .expect(404)
    expect((refusal as Problem).type).toBe('/problems/member-not-found')
    const mails = async () => (await admin.get(`${API}/installation/mails`).expect(200)).body as OutboxPage
    const { total } = await mails()
    await admin.post(at('/reminders')).expect(200)
    const queued = (await mails()).mails.slice(0, (await mails()).total - total)
    expect(queued.map(({ to, kind }) => [to.name, kind])).toEqual([['Bo Panelsson', 'panel-reminder']])
    const recusal = { partId: null, reason: 'Har lämnat panelen.' }
    await admin
      .post(at(`/members/${panel.memberId}/recusals`))
      .send(recusal)
      .expect(201)
  }, 30_000)
})

/** Those who are named in a panel’s minutes and on the page about its decision. */
async function namedIn({ context }: Life['test'], reviewId: string): Promise<string[]> {
  const viewer = { grants: [{ role: 'coordinator', scope: EVERYTHING } as const] }
  const asker = { ...THE_PROGRAM, personId: id('leader'), viewer }
  const { composition } = await readPanelRecord(context.deps, asker, reviewId)
  return composition.flatMap(({ name }) => name ?? [])
}

/** What others can read or take out afterwards, in all its forms. */
async function allThatIsGiven({ admin, panel, test: { storage } }: Life): Promise<string> {
  const texts = []
  for (const given of [
    '/account/data',
    '/people',
    '/log?limit=100',
    '/installation/mails',
    '/profiles/testare/history',
    '/profiles/testare/editions/1.0.0',
    '/profiles/testare/editions/1.0.0/file',
    '/profiles/testare/draft',
    '/profiles/testare/reviews',
    ...['', '/text', '/tally', '/remarks'].map((path) => `/reviews/${panel.reviewId}${path}`),
  ]) {
    texts.push((await admin.get(`${API}${given}`).expect(200)).text)
  }
  return `${texts.join('\n')}\n${JSON.stringify(await wholeLog(storage))}`
}

describe('on SQLite', () => {
  let fresh: Pick<FreshDatabase, 'place' | 'storage'>
  beforeEach(async () => {
    const place = { databaseUrl: undefined, dataDir: path.join(folder, 'data') }
    fresh = { place, storage: await openStorage(place, () => undefined) }
  })
  afterEach(() => fresh.storage.close())

  test('no byte of those who are erased, or of former names, is left on any page', async () => {
    const mark = (index: number) => `Hemlig${index}Slut`
    const numbers = Array.from({ length: 150 }, (_, index) => index)
    for (const index of numbers) await register(fresh.storage, index, mark(index))
    const renamed = numbers.filter((index) => index % 7 === 3)
    for (const index of renamed)
      await fresh.storage.write(({ people }) => people.amend(id(`p${index}`), { name: 'N'.repeat(index) }))
    const erased = numbers.filter((index) => index % 5 === 2)
    for (const index of erased) await fresh.storage.write(({ people }) => people.erase(id(`p${index}`)))
    await fresh.storage.forget()
    const bytes = bytesOf(fresh)
    expect(erased.filter((index) => bytes.includes(mark(index)))).toEqual([])
    expect(renamed.filter((index) => bytes.includes(`namn ${mark(index)}`))).toEqual([])
    expect(numbers.filter((index) => bytes.includes(mark(index))).length).toBe(numbers.length - erased.length)
  })

  test('while somebody reads, erasing does not wait for them, and what is left is cleared by the next tidying', async () => {
    const life = await takePartInEverything(fresh.storage)
    const reader = openSqliteFile(path.join(fresh.place.dataDir, SQLITE_FILE), { readonly: true })
    reader.exec('begin')
    reader.prepare('select count(*) from person').get()
    const begun = performance.now()
    await life.admin.delete(`${API}/people/${life.elsaId}`).expect(204)
    expect(performance.now() - begun).toBeLessThan(3000)
    await life.admin.get(`${API}/people/${life.elsaId}`).expect(404)
    reader.close()
    await life.admin.post(`${API}/installation/jobs/tidy/runs`).expect(204)
    expect(tracesIn(bytesOf(fresh), life.traces)).toEqual([])
    await invite(life.admin, { name: 'Livet går vidare' })
  }, 30_000)
})

async function register(storage: Storage, index: number, mark: string): Promise<void> {
  const personId = id(`p${index}`)
  await storage.write(async ({ people, access }) => {
    const name = `namn ${mark} ${'x'.repeat(index % 50)}`
    await people.insert({ id: personId, name, email: `${mark}@exempel.se`, organisationId: null, locale: 'sv', createdAt: at }) // prettier-ignore
    await access.insertIdentity({ issuer: 'https://id.exempel', subject: mark, personId, connectedAt: at })
    await access.insertPasskey({ id: mark, personId, name: mark, publicKey: mark.repeat((index % 40) + 1), counter: 0, transports: [], createdAt: at, lastUsedAt: null }) // prettier-ignore
  })
}

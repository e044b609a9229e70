import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { SQLITE_FILE } from '../../server/storage/open-storage.ts'
import type { Storage, Writers } from '../../server/storage/storage.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'

const at = '2026-03-01T09:00:00.000Z'
const soon = '2026-03-01T10:00:00.000Z'

onEachDatabase((open) => {
  let fresh: FreshDatabase
  let storage: Storage
  beforeEach(async () => {
    fresh = await open()
    storage = fresh.storage
  })

  describe('what the installation has chosen', () => {
    const chosen = () =>
      storage.read(async ({ installation }) => [await installation.settings(), await installation.logo()])

    test('is nothing before anybody has', async () => {
      expect(await chosen()).toEqual([undefined, undefined])
    })

    test('is kept, the settings and the logo each by itself', async () => {
      await storage.write(({ installation }) => installation.saveLogo('bG9nbw=='))
      await storage.write(({ installation }) => installation.saveSettings('{"name":"Å"}'))
      expect(await chosen()).toEqual(['{"name":"Å"}', 'bG9nbw=='])
      await storage.write(({ installation }) => installation.saveSettings('{"name":"Ä"}'))
      await storage.write(({ installation }) => installation.saveLogo(null))
      expect(await chosen()).toEqual(['{"name":"Ä"}', undefined])
    })
  })

  describe('a job', () => {
    const begin = (now: string, unlessSince: string) =>
      storage.write(({ jobs }) => jobs.begin('tidy', now, unlessSince))
    const end = (now: string) => storage.write(({ jobs }) => jobs.end('tidy', now, true, {}))
    const list = () => storage.read(({ jobs }) => jobs.list())

    test('is begun by one of many who come at once, the first time and every other', async () => {
      for (const now of [at, soon]) {
        const began = await Promise.all(Array.from({ length: 8 }, () => begin(now, now)))
        expect(began.filter(Boolean)).toHaveLength(1)
        await end(now)
      }
    })

    test('is not begun again too soon, and is when time has passed', async () => {
      expect(await begin(at, at)).toBe(true)
      await end(at)
      expect(await begin(soon, at)).toBe(false)
      expect(await begin(soon, soon)).toBe(true)
    })

    test('is not begun by anybody else while it is being done, unless whoever does it must have died', async () => {
      const later = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
      expect(await begin(at, at)).toBe(true)
      expect(await begin(later(0.9), later(0.9))).toBe(false)
      expect(await begin(later(1.1), later(1.1))).toBe(true)
    })

    test('says how it went, and while it goes that it has not ended', async () => {
      const run = { name: 'tidy', startedAt: at, endedAt: null, ok: false, detail: {} }
      await begin(at, at)
      expect(await list()).toEqual([run])
      await storage.write(({ jobs }) => jobs.end('tidy', soon, true, { people: 2, file: 'x' }))
      expect(await list()).toEqual([{ ...run, endedAt: soon, ok: true, detail: { people: 2, file: 'x' } }])
      await begin(soon, soon)
      expect(await list()).toEqual([{ ...run, startedAt: soon }])
      await storage.write(({ jobs }) => jobs.end('tidy', soon, false, { problem: 'full' }))
      await storage.write(({ jobs }) => jobs.begin('backup', at, at))
      expect((await list()).map(({ name, ok }) => [name, ok])).toEqual([
        ['backup', false],
        ['tidy', false],
      ])
    })
  })

  describe('an organisation', () => {
    const branch = { id: id('branschen'), name: 'Branschrådet' }
    const act = <T>(work: (organisations: Writers['organisations']) => Promise<T>) =>
      storage.write(({ organisations }) => work(organisations))

    test('is found, renamed and removed', async () => {
      await act((organisations) => organisations.insert(branch))
      await act((organisations) => organisations.insert({ ...branch, id: id('kommunen') }))
      expect(await act((organisations) => organisations.find(branch.id))).toEqual(branch)
      await act((organisations) => organisations.rename(branch.id, 'Yrkesnämnden'))
      expect(await act((organisations) => organisations.list())).toEqual([
        { ...branch, id: id('kommunen') },
        { ...branch, name: 'Yrkesnämnden' },
      ])
      await act((organisations) => organisations.remove(branch.id))
      expect(await act((organisations) => organisations.find(branch.id))).toBeUndefined()
      expect(await act((organisations) => organisations.list())).toHaveLength(1)
    })
  })

  test('the database says how many bytes it takes, and takes more for more', async () => {
    const before = await storage.size()
    await storage.write(({ installation }) => installation.saveLogo('x'.repeat(400_000)))
    expect(await storage.size()).toBeGreaterThan(before)
    expect(before).toBeGreaterThan(10_000)
  })

  test('what is erased is forgotten at once, and nothing else is', async () => {
    await storage.write(({ installation }) => installation.saveSettings('{}'))
    await storage.forget()
    await storage.forget()
    expect(await storage.read(({ installation }) => installation.settings())).toBe('{}')
    const log = path.join(fresh.place.dataDir, `${SQLITE_FILE}-wal`)
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0)
  })
})

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { backUp } from '../../server/storage/back-up.ts'
import { BrokenBackup, checkBackup } from '../../server/storage/backup.ts'
import { openStorage } from '../../server/storage/open-storage.ts'
import { DataInTheWay, DataInUse, restore } from '../../server/storage/restore.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'
import { editDraft } from '../../server/usecases/profile/edit-draft.ts'
import { startDraft } from '../../server/usecases/profile/start-draft.ts'
import { buildVariedProfile } from '../support/arbitrary-edits.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import { depsOn, publish } from '../support/published.ts'

const now = '2026-03-01T09:00:00.000Z'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An installation with a published version, a draft and a person in it. */
async function fill({ storage }: FreshDatabase): Promise<void> {
  const deps = depsOn(storage)
  await publish(deps, buildVariedProfile())
  await startDraft(deps, THE_PROGRAM, { slug: 'testare' })
  await issueAdminLink(deps, { name: 'Anna Öst', fallbackName: '' })
}
/** Lines that somebody has changed, with the sum that they have now. */
function resealed(text: string): Buffer {
  const lines = text.trimEnd().split('\n').slice(0, -1)
  const content = `${lines.join('\n')}\n`
  const end = { rows: lines.length - 1, sha256: createHash('sha256').update(content).digest('hex') }
  return gzipSync(`${content}${JSON.stringify(end)}\n`)
}
const titleIn = async ({ storage }: Pick<FreshDatabase, 'storage'>) =>
  storage.read(async ({ profiles, drafts }) => {
    const identity = await profiles.find('testare')
    return identity && (await drafts.find(identity.id))?.profile.title
  })

onEachDatabase((open) => {
  test('a backup that is put back in an empty place is everything that was there', async () => {
    const [source, target] = [await open(), await open()]
    await fill(source)
    const file = path.join(folder, 'backup.gz')
    const summary = await backUp(source.place, file, now)
    await target.storage.close()
    const restored = await restore(target.place, file, { replace: false, now })
    expect(restored).toEqual({ ...summary, setAside: null, erased: 0 })
    const storage = await openStorage(target.place, () => undefined)
    const there = await storage.read(async ({ profiles, drafts, editions, people }) => {
      const identity = await profiles.find('testare')
      return [await drafts.find(identity!.id), await editions.latest(identity!.id), await people.list()]
    })
    const original = await source.storage.read(async ({ profiles, drafts, editions, people }) => {
      const identity = await profiles.find('testare')
      return [await drafts.find(identity!.id), await editions.latest(identity!.id), await people.list()]
    })
    expect(there).toEqual(original)
    expect(await verify(storage)).toMatchObject({ editions: 1, breaches: [] })
    await publish(depsOn(storage), {
      ...buildVariedProfile(),
      id: '018f0000-0000-7000-8000-000000000001',
      slug: 'annan',
    })
    await storage.close()
  })

  test('a backup can be taken while others write, and is of one moment', async () => {
    const source = await open()
    await fill(source)
    const deps = depsOn(source.storage)
    const profile = buildVariedProfile()
    const stop = new AbortController()
    const writer = (async () => {
      for (let from = profile.title, n = 0; !stop.signal.aborted; n++) {
        const to = `Titel ${n}`
        const command = {
          act: 'amend',
          itemKind: 'profile',
          itemId: profile.id,
          fields: { title: { from, to } },
        } as const
        await editDraft(deps, THE_PROGRAM, { slug: 'testare', command })
        from = to
        await setImmediate()
      }
    })()
    const file = path.join(folder, 'backup.gz')
    await backUp(source.place, file, now)
    stop.abort()
    await writer
    const target = await open()
    await target.storage.close()
    await restore(target.place, file, { replace: false, now })
    const storage = await openStorage(target.place, () => undefined)
    expect((await verify(storage)).breaches).toEqual([])
    await storage.close()
  })

  test('data that is there is not overwritten unless somebody says so, and is then set aside', async () => {
    const [source, target] = [await open(), await open()]
    await fill(source)
    await publish(depsOn(target.storage), { ...buildVariedProfile(), title: 'Det som var' })
    const file = path.join(folder, 'backup.gz')
    await backUp(source.place, file, now)
    await target.storage.close()
    await expect(restore(target.place, file, { replace: false, now })).rejects.toBeInstanceOf(DataInTheWay)
    const restored = await restore(target.place, file, { replace: true, now })
    expect(restored.setAside).toContain('20260301090000')
    const storage = await openStorage(target.place, () => undefined)
    expect(await titleIn({ storage })).toBe('Testare')
    await storage.close()
  })
})

describe('a backup file', () => {
  const place = () => ({ databaseUrl: undefined, dataDir: path.join(folder, 'data') })
  async function whole(): Promise<string> {
    const storage = await openStorage(place(), () => undefined)
    await publish(depsOn(storage))
    await storage.close()
    const file = path.join(folder, 'backup.gz')
    await backUp(place(), file, now)
    return file
  }

  test('that is whole says how much it holds and from when', async () => {
    expect(await checkBackup(await whole())).toEqual({
      rows: expect.any(Number) as number,
      createdAt: now,
      form: expect.stringMatching(/^\d{4}-/u) as string,
    })
  })

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['has been cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    [
      'lacks its last lines',
      (bytes) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -3).join('\n')),
    ],
    [
      'has been changed',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replace('Testrådet', 'Någon annan')),
    ],
    [
      'is of a time that is none',
      (bytes) =>
        resealed(
          gunzipSync(bytes)
            .toString()
            .replace(now, String.raw`\u001b]0;hej\u0007`),
        ),
    ],
    ['is one line that never ends', () => gzipSync(Buffer.alloc(100 * 1024 * 1024, 'a'))],
    ['is something else', () => gzipSync('{"format":"other"}\n{}\n')],
    ['is not even compressed', () => Buffer.from('hej')],
  ])('that %s is refused before anything is touched', async (_, damage) => {
    const file = await whole()
    writeFileSync(file, damage(readFileSync(file)))
    await expect(restore(place(), file, { replace: true, now })).rejects.toBeInstanceOf(BrokenBackup)
    const storage = await openStorage(place(), () => undefined)
    expect((await verify(storage)).editions).toBe(1)
    await storage.close()
  })

  test('that holds a row of a table which no backup holds is refused, sums and all', async () => {
    const file = await whole()
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')
    const session = { id_hash: 's'.repeat(64), person_id: 'x', created_at: now, expires_at: '2099-01-01' }
    lines.splice(-1, 0, JSON.stringify({ table: 'session', row: session }))
    writeFileSync(file, resealed(lines.join('\n')))
    expect(await checkBackup(file)).toMatchObject({ rows: lines.length - 2 })
    await expect(restore(place(), file, { replace: true, now })).rejects.toMatchObject({ reason: 'misfit' })
  })

  test('is not put back under a running program', async () => {
    const file = await whole()
    const running = await openStorage(place(), () => undefined)
    await running.read(({ profiles }) => profiles.list())
    await expect(restore(place(), file, { replace: true, now })).rejects.toBeInstanceOf(DataInUse)
    await running.close()
  })
})

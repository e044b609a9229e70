import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { checkBackup } from '../../server/storage/backup.ts'
import { KEPT_TABLES } from '../../server/storage/kysely/table-rows.ts'
import { openAsItIs, openStorage, type StoragePlace } from '../../server/storage/open-storage.ts'
import { restore } from '../../server/storage/restore.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import { everythingIn, fillWith, start, wipe } from './upgrade-from-0001.ts'

/** The lines of a backup that the program wrote while there were no panels: a profile with a version and a draft, two people, and a workshop of which something has been taken into the draft. */
const LINES = readFileSync(path.join(import.meta.dirname, 'upgrade-from-0003.jsonl'), 'utf8')
const ANNA = '01a207b8-a6e8-7282-b8bf-c41fe80ce549'
const NOW = '2026-03-12T09:00:00.000Z'
const OF_REVIEWS = KEPT_TABLES.slice(KEPT_TABLES.indexOf('review'))

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-upgrade-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Makes a database into what the program of that backup had, with a mail that waits: backups keep none. */
async function becomeFormer(fresh: FreshDatabase): Promise<void> {
  await wipe(fresh)
  await fillWith(fresh.place, '0003-workshops', LINES)
  const { db } = openAsItIs(fresh.place, () => undefined)
  await sql`insert into mail (id, person_id, kind, locale, status, attempts, created_at, next_attempt_at)
    values ('m1', ${ANNA}, 'invitation', 'sv', 'waiting', 2, ${NOW}, ${NOW})`.execute(db)
  await db.destroy()
}

/** What a person would look for first after an upgrade. */
async function whatStands(place: StoragePlace): Promise<unknown> {
  const storage = await openStorage(place, () => undefined)
  const { breaches, editions, entries, head } = await verify(storage)
  const found = await storage.read(async ({ profiles, drafts, people, workshops, reviews }) => {
    const profile = await profiles.find('testare')
    const [workshop] = await workshops.list(profile?.id ?? '')
    const seats = await workshops.seats(workshop?.id ?? '')
    return {
      title: profile && (await drafts.find(profile.id))?.profile.title,
      name: (await people.names([ANNA])).get(ANNA),
      workshop: [workshop?.name, seats.map(({ name }) => name)],
      taken: (await workshops.originsIn(workshop?.id ?? '')).flatMap(({ wordings }) => wordings[0]?.text),
      reviews: await reviews.all(),
    }
  })
  await storage.close()
  return { breaches, editions, entries, head: head.slice(0, 8), ...found }
}
const AS_BEFORE = {
  breaches: [],
  editions: 1,
  entries: 16,
  head: 'a6e8f69b',
  title: 'Testare i förflyttning',
  name: 'Anna Öst',
  workshop: ['Kärnan i yrket', ['Åke']],
  taken: ['lyfta rätt'],
  reviews: [],
}

onEachDatabase((open) => {
  test('the upgrade to panels begins with a backup, and leaves every row as it was', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    const before = await everythingIn(fresh.place)
    await start({ ...fresh.place, backups: { folder } })
    const { kysely_migration: _run, mail, ...after } = await everythingIn(fresh.place)
    const { kysely_migration: _former, mail: formerMail, ...rest } = before
    expect(after).toMatchObject(rest)
    expect(OF_REVIEWS.flatMap((table) => after[table])).toEqual([])
    const waiting = JSON.parse(String(formerMail?.[0])) as object
    expect(mail?.map((row) => JSON.parse(String(row)) as object)).toEqual([{ ...waiting, about: null }])
    expect(await whatStands(fresh.place)).toEqual(AS_BEFORE)
    const [name, ...more] = readdirSync(folder)
    expect([name, more]).toEqual([
      expect.stringMatching(/^before-upgrade-0003-workshops-\d{17}\.backup\.gz$/u),
      [],
    ])
    expect(await checkBackup(path.join(folder, name!))).toMatchObject({ form: '0003-workshops', rows: 37 })
  })

  test('a backup by the program without panels is put back into one with them', async () => {
    const fresh = await open()
    await fresh.storage.close()
    const file = path.join(folder, 'former.gz')
    writeFileSync(file, gzipSync(LINES))
    await restore(fresh.place, file, { replace: true, now: NOW })
    expect(await whatStands(fresh.place)).toEqual(AS_BEFORE)
    const content = await everythingIn(fresh.place)
    const kept = KEPT_TABLES.reduce((rows, table) => rows + (content[table]?.length ?? 0), 0)
    expect(kept).toBe(37)
  })
})

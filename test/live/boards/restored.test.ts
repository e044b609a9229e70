import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as Y from 'yjs'
import { readBoard } from '../../../server/board/read-board.ts'
import { addCard, addOutcome, textAt } from '../../../server/board/write-on-board.ts'
import { backUp } from '../../../server/storage/back-up.ts'
import { openStorage } from '../../../server/storage/open-storage.ts'
import { restore } from '../../../server/storage/restore.ts'
import { RESTORE, type Storage } from '../../../server/storage/storage.ts'
import { type BoardClient } from '../../support/board-client.ts'
import { openMemoryStorage } from '../../support/memory-storage.ts'
import { closeRooms, GROUP, openRoom, seedGroup, type Room } from './a-board.ts'

/* A backup is put back in the middle of a workshop: the devices have more of the board than the server. */

afterEach(closeRooms)

/** The workshop was planned before it. */
const RESTORED_AT = '2026-11-23T09:00:00.000Z'

const textsAt = ({ doc }: Pick<BoardClient, 'doc'>) => readBoard(doc).cards.map(({ text }) => text)
const write = (room: Room, client: BoardClient, text: string, seat: string) =>
  addCard(room.pen(client, seat), { kind: 'skills', text })

/** A storage as it was when the backup was taken, and whether it is known to have been put back. */
async function putBack(former: Storage, isKnown: boolean): Promise<Storage> {
  const { updates } = await former.read(({ boards }) => boards.load(GROUP))
  const storage = await openMemoryStorage()
  await seedGroup(storage)
  await storage.write(async ({ boards, jobs }) => {
    await boards.append(updates.map((update) => ({ ...update, groupId: GROUP })))
    if (isKnown) await jobs.begin(RESTORE, RESTORED_AT, RESTORED_AT)
  })
  return storage
}

/** Two have written, a backup is taken, and they write on: with words in each other's sentence. */
async function loseWords(isKnown: boolean, later = '2026-11-23T10:00:00.000Z') {
  const room = await openRoom()
  const [anna, bo] = [room.come(), room.come({ seat: 'bo', device: 'device-0002' })]
  await Promise.all([anna.synced, bo.synced])
  write(room, anna, 'Före', 'anna')
  await anna.until(() => anna.waiting() === 0)
  const storage = await putBack(room.storage, isKnown)
  const card = write(room, anna, 'Annas', 'anna')
  write(room, bo, 'Bos', 'bo')
  const outcome = addOutcome(room.pen(bo, 'bo'), { themeId: card, category: 'skills', text: 'Mäter' })
  await anna.until(() => textsAt(anna).length === 3 && textAt(anna.doc, 'outcomes', outcome) !== undefined)
  textAt(anna.doc, 'outcomes', outcome)!.insert(5, ' fukt')
  await bo.until(() => readBoard(bo.doc).outcomes[0]?.text === 'Mäter fukt')
  await Promise.all([anna.until(() => anna.waiting() === 0), bo.until(() => bo.waiting() === 0)])
  await Promise.all([anna.leave(), bo.leave()])
  return { again: await openRoom({ now: () => new Date(later) }, storage), anna: anna.doc, bo: bo.doc, card }
}

test('what had been acknowledged since comes back from the devices, from any of them and once', async () => {
  const { again, anna, bo } = await loseWords(true)
  const annas = again.come({ doc: anna })
  await annas.synced
  const bos = again.come({ seat: 'bo', device: 'device-0002', doc: bo })
  await bos.synced
  const there = await again.kept()
  expect(there.cards.map(({ text }) => text).toSorted()).toEqual(['Annas', 'Bos', 'Före'])
  expect(there.outcomes.map(({ text }) => text)).toEqual(['Mäter fukt'])
  expect(there).toEqual(readBoard(annas.doc))
  expect(there).toEqual(readBoard(bos.doc))
})

test('what others have brought back is still its writer’s to change, in the same page and in the next', async () => {
  const { again, anna, bo, card } = await loseWords(true)
  const bos = again.come({ seat: 'bo', device: 'device-0002', doc: bo })
  await bos.synced
  const annas = again.come({ doc: anna })
  await annas.synced
  const cardOn = (doc: Y.Doc) => textAt(doc, 'cards', card)!
  cardOn(annas.doc).insert(5, ' kort')
  await annas.until(() => annas.waiting() === 0)
  await annas.leave()
  await again.boards.fold()
  const next = again.come()
  await next.synced
  cardOn(next.doc).insert(0, 'Ett av ')
  await next.until(() => next.waiting() === 0)
  expect((await again.kept()).cards.map(({ text }) => text)).toContain('Ett av Annas kort')
})

test.each<[string, boolean, string | undefined]>([
  ['that nobody has put back', false, undefined],
  ['that was put back so long ago that no words come late any more', true, '2026-12-09T10:00:00.000Z'],
])('a board %s takes words from nobody else than who writes them', async (_, isKnown, later) => {
  const { again, anna } = await loseWords(isKnown, later)
  expect(await again.come({ doc: anna }).closed).toMatchObject({ reason: 'not-yours' })
  expect((await again.kept()).cards.map(({ text }) => text)).toEqual(['Före'])
})

test.each<[string, (doc: Y.Doc) => void]>([
  ['a part of its own', (doc) => doc.getMap('secrets').set('a', 1)],
  ['a mark under a word that is no hand', (doc) => doc.getMap('ready').set('collect:x', true)],
  ['a value of its own', (doc) => doc.getMap('decisions').set('x', 'y')],
])('what is brought is held to the board’s form: not %s', async (_, attack) => {
  const { again, anna } = await loseWords(true)
  attack(anna)
  expect(await again.come({ doc: anna }).closed).toMatchObject({ code: 4400 })
  expect((await again.kept()).cards.map(({ text }) => text)).toEqual(['Före'])
})

test('whoever puts a backup back leaves a note of it, for the boards', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-restored-'))
  const place = { dataDir, databaseUrl: undefined }
  const former = await openStorage(place, () => undefined)
  await seedGroup(former)
  await former.close()
  const file = path.join(dataDir, 'backup.gz')
  await backUp(place, file, RESTORED_AT)
  await restore(place, file, { replace: true, now: RESTORED_AT })
  const storage = await openStorage(place, () => undefined)
  const runs = await storage.read(({ jobs }) => jobs.list())
  expect(runs).toMatchObject([{ name: RESTORE, startedAt: RESTORED_AT }])
  await storage.close()
  rmSync(dataDir, { recursive: true })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { backUp } from '../../server/storage/back-up.ts'
import { openStorage } from '../../server/storage/open-storage.ts'
import { restore } from '../../server/storage/restore.ts'
import type { Storage } from '../../server/storage/storage.ts'
import type { BoardUpdate } from '../../server/storage/workshop-port.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import { putWorkshop, storedGroup } from '../support/stored-workshop.ts'

const AT = '2026-03-10T10:00:00.000Z'
const GROUP = id('group')
const OTHER = id('group2')
const WORKSHOP = id('workshop')
const update = (byte: number, given: Partial<BoardUpdate> = {}): BoardUpdate => ({
  groupId: GROUP,
  seatId: id('seat'),
  at: AT,
  update: Uint8Array.of(byte, 0, 255),
  ...given,
})
const numbersIn = ({ updates }: { updates: readonly { seq: number; update: Uint8Array }[] }) =>
  updates.map(({ seq, update: bytes }) => [seq, bytes[0]])

onEachDatabase((open) => {
  let fresh: FreshDatabase
  let storage: Storage
  beforeEach(async () => {
    fresh = await open()
    storage = fresh.storage
    await putWorkshop(storage)
    await storage.write(({ workshops }) =>
      workshops.insertGroup(storedGroup({ id: OTHER, number: 2, code: 'ACDEFG' })),
    )
  })
  const append = (...updates: BoardUpdate[]) => storage.write(({ boards }) => boards.append(updates))
  const load = (groupId = GROUP) => storage.read(({ boards }) => boards.load(groupId))
  const fold = (foldedTo: number, step: { at: string; changes: string } | null = null, byte = 9) =>
    storage.write(({ boards }) =>
      boards.fold(GROUP, { state: Uint8Array.of(byte), foldedTo, writers: { 7: id('seat') }, step }),
    )

  test('a board that nobody has written on is empty', async () => {
    expect(await load()).toEqual({ state: null, foldedTo: 0, writers: {}, updates: [] })
    await storage.read(async ({ boards }) => {
      expect(await boards.steps(GROUP)).toEqual([])
      expect(await boards.size(GROUP)).toBe(0)
      expect(await boards.writtenBy(WORKSHOP, id('seat'))).toEqual([])
    })
  })

  test('what was appended comes back byte for byte, in its order, each board’s by itself', async () => {
    await append(update(1), update(2, { groupId: OTHER, seatId: id('bo') }), update(3))
    await append(update(4))
    await append()
    const { updates } = await load()
    expect(numbersIn({ updates })).toEqual([[1, 1], [2, 3], [3, 4]]) // prettier-ignore
    expect(updates[0]).toEqual({ seq: 1, seatId: id('seat'), at: AT, update: Buffer.from([1, 0, 255]) })
    expect((await load(OTHER)).updates).toMatchObject([{ seq: 1, seatId: id('bo') }])
  })

  test('a part of a larger buffer is kept as that part', async () => {
    await append(update(0, { update: Uint8Array.of(1, 2, 3, 4).subarray(1, 3) }))
    expect((await load()).updates[0]?.update).toEqual(Buffer.from([2, 3]))
  })

  test('many who append at once to the same boards each get numbers of their own', async () => {
    const writers = Array.from({ length: 12 }, (_, at) =>
      append(update(at * 2), update(at * 2 + 1), update(at, { groupId: OTHER })),
    )
    await Promise.all(writers)
    const all = numbersIn(await load())
    expect(all.map(([seq]) => seq)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
    expect(new Set(all.map(([, byte]) => byte)).size).toBe(24)
    // What was appended together stands together.
    for (let at = 0; at < 24; at += 2) expect(all[at + 1]?.[1]).toBe((all[at]?.[1] ?? 0) + 1)
    expect((await load(OTHER)).updates).toHaveLength(12)
  })

  test('what fails takes nothing with it: no update, and no number', async () => {
    await append(update(1))
    const broken = storage.write(async ({ boards }) => {
      await boards.append([update(2)])
      throw new Error('the disk went')
    })
    await expect(broken).rejects.toThrow('the disk went')
    await append(update(3))
    expect(numbersIn(await load())).toEqual([[1, 1], [2, 3]]) // prettier-ignore
  })

  describe('folding', () => {
    test('puts a state in place of the updates that it holds, and leaves the others', async () => {
      await append(update(1), update(2), update(3))
      await fold(2)
      const kept = await load()
      expect(kept).toMatchObject({ state: Buffer.from([9]), foldedTo: 2, writers: { 7: id('seat') } })
      expect(numbersIn(kept)).toEqual([[3, 3]])
    })

    test('never lets a number come again', async () => {
      await append(update(1), update(2))
      await fold(2)
      await append(update(3))
      expect(numbersIn(await load())).toEqual([[3, 3]])
      await fold(3)
      await append(update(4))
      expect(numbersIn(await load())).toEqual([[4, 4]])
    })

    test('remembers steps in their order, and one at most for a moment', async () => {
      await append(update(1))
      await fold(1, { at: '2026-03-10T10:10:00.000Z', changes: '{"två":2}' })
      await fold(1, { at: '2026-03-10T10:05:00.000Z', changes: '{"ett":1}' })
      await fold(1)
      await fold(1, { at: '2026-03-10T10:10:00.000Z', changes: '{"två":"andra"}' })
      expect(await storage.read(({ boards }) => boards.steps(GROUP))).toEqual([
        { at: '2026-03-10T10:05:00.000Z', changes: '{"ett":1}' },
        { at: '2026-03-10T10:10:00.000Z', changes: '{"två":"andra"}' },
      ])
      expect(await storage.read(({ boards }) => boards.steps(OTHER))).toEqual([])
    })

    test('does nothing where somebody else has folded since: what they have folded is not in this state', async () => {
      await append(update(1), update(2), update(3))
      const foldFrom = (foldedFrom: number, foldedTo: number, byte: number) =>
        storage.write(({ boards }) =>
          boards.fold(GROUP, {
            state: Uint8Array.of(byte),
            foldedFrom,
            foldedTo,
            writers: {},
            step: null,
          }),
        )
      await foldFrom(0, 2, 1)
      await foldFrom(0, 3, 2)
      expect(await load()).toMatchObject({ state: Buffer.from([1]), foldedTo: 2 })
      expect(numbersIn(await load())).toEqual([[3, 3]])
      await foldFrom(2, 3, 3)
      expect(await load()).toMatchObject({ state: Buffer.from([3]), foldedTo: 3, updates: [] })
    })

    test('makes a board smaller, and its size counts its history too', async () => {
      const size = () => storage.read(({ boards }) => boards.size(GROUP))
      await append(...Array.from({ length: 50 }, (_, at) => update(at, { update: new Uint8Array(300) })))
      const before = await size()
      await fold(50)
      const folded = await size()
      await fold(50, { at: AT, changes: '{}' })
      expect(before).toBeGreaterThanOrEqual(50 * 300)
      expect(folded).toBeLessThan(before / 10)
      expect(await size()).toBeGreaterThan(folded)
    })
  })

  test('where somebody has written is known before and after a fold, of one workshop alone', async () => {
    const by = (workshopId: string) => storage.read(({ boards }) => boards.writtenBy(workshopId, id('seat')))
    await append(update(1), update(2, { groupId: OTHER, seatId: id('bo') }))
    expect(await by(WORKSHOP)).toEqual([GROUP])
    await fold(1)
    expect(await by(WORKSHOP)).toEqual([GROUP])
    await append(update(3, { groupId: OTHER }))
    expect([await by(WORKSHOP), await by(id('nobody'))]).toEqual([[GROUP, OTHER], []])
  })

  test('a backup that is put back has the boards as they were, and their numbers go on', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-boards-'))
    await append(update(1), update(2), update(3))
    await fold(2, { at: AT, changes: '{}' })
    const before = await load()
    const file = path.join(folder, 'backup.gz')
    await backUp(fresh.place, file, AT)
    const target = await open()
    await target.storage.close()
    await restore(target.place, file, { replace: false, now: AT })
    const restored = await openStorage(target.place, () => undefined)
    expect(await restored.read(({ boards }) => boards.load(GROUP))).toEqual(before)
    expect(await restored.read(({ boards }) => boards.steps(GROUP))).toEqual([{ at: AT, changes: '{}' }])
    await restored.write(({ boards }) => boards.append([update(4)]))
    expect(numbersIn(await restored.read(({ boards }) => boards.load(GROUP)))).toEqual([[3, 3], [4, 4]]) // prettier-ignore
    await restored.close()
    rmSync(folder, { recursive: true })
  })
})

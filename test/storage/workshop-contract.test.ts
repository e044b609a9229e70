import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AlreadyThere, type Storage } from '../../server/storage/storage.ts'
import { SQLITE_FILE } from '../../server/storage/open-storage.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import {
  PROFILE_ID,
  putWorkshop,
  storedGroup,
  storedOrigin,
  storedRuling,
  storedSeat,
  storedWorkshop,
} from '../support/stored-workshop.ts'

const WORKSHOP = id('workshop')
const LATER = '2026-03-02T09:00:00.000Z'

onEachDatabase((open) => {
  let fresh: FreshDatabase
  let storage: Storage
  beforeEach(async () => {
    fresh = await open()
    storage = fresh.storage
    await putWorkshop(storage)
  })

  describe('workshops', () => {
    test('come back as they were put in, and as they were saved last', async () => {
      expect(await storage.read(({ workshops }) => workshops.find(WORKSHOP))).toEqual(storedWorkshop())
      const changed = storedWorkshop({
        name: 'Åter i yrket',
        date: '2026-04-01',
        isRehearsal: true,
        conduct: {
          phase: 'word',
          clock: { ofMs: 600_000, endsAt: LATER, leftMs: null },
          message: { text: 'Fika!', at: LATER },
        },
        endedAt: LATER,
      })
      await storage.write(({ workshops }) => workshops.save(changed))
      expect(await storage.read(({ workshops }) => workshops.find(WORKSHOP))).toEqual(changed)
    })

    test('that nobody knows are not found', async () => {
      await storage.read(async ({ workshops }) => {
        expect(await workshops.find(id('nobody'))).toBeUndefined()
        expect(await workshops.findGroup(id('nobody'))).toBeUndefined()
        expect(await workshops.groupByCode('AAAAAA')).toBeUndefined()
        expect(await workshops.findSeat(id('nobody'))).toBeUndefined()
        expect(await workshops.seatByDevice('nobody')).toBeUndefined()
        expect(await workshops.moduleOf(WORKSHOP, id('nobody'))).toBeUndefined()
        expect(await workshops.list(id('nobody'))).toEqual([])
        expect(await workshops.seats(id('nobody'))).toEqual([])
      })
    })

    test('of a profile are listed with the latest day first', async () => {
      const first = storedWorkshop({ id: id('first'), date: '2026-01-01' })
      const last = storedWorkshop({ id: id('last'), date: '2026-12-01' })
      for (const each of [last, first]) await storage.write(({ workshops }) => workshops.insert(each))
      const list = await storage.read(({ workshops }) => workshops.list(PROFILE_ID))
      expect(list).toEqual([last, storedWorkshop(), first])
    })
  })

  describe('groups', () => {
    test('are found by id, by code and by workshop, in the order of their numbers', async () => {
      const second = storedGroup({ id: id('group2'), number: 2, code: 'ACDEFG' })
      const tenth = storedGroup({ id: id('group10'), number: 10, code: 'ACDEFH' })
      for (const each of [tenth, second]) await storage.write(({ workshops }) => workshops.insertGroup(each))
      await storage.read(async ({ workshops }) => {
        expect(await workshops.findGroup(id('group2'))).toEqual(second)
        expect(await workshops.groupByCode('K7M4PX')).toEqual(storedGroup())
        expect(await workshops.groups(WORKSHOP)).toEqual([storedGroup(), second, tenth])
      })
    })

    test('are saved with more seats and another place', async () => {
      const changed = storedGroup({ seats: 8, place: 'I köket' })
      await storage.write(({ workshops }) => workshops.saveGroup(changed))
      expect(await storage.read(({ workshops }) => workshops.findGroup(id('group')))).toEqual(changed)
    })

    test.each([
      ['code', storedGroup({ id: id('other'), number: 2 })],
      ['number in a workshop', storedGroup({ id: id('other'), code: 'ACDEFG' })],
    ])('never share a %s', async (_, group) => {
      const again = storage.write(({ workshops }) => workshops.insertGroup(group))
      await expect(again).rejects.toBeInstanceOf(AlreadyThere)
    })
  })

  describe('seats', () => {
    test('are listed in the order in which they were taken, removed ones too', async () => {
      const early = storedSeat({ id: id('early'), hand: id('hand2'), takenAt: '2026-02-01T09:00:00.000Z' })
      const gone = storedSeat({ id: id('gone'), hand: id('hand3'), name: '', takenAt: LATER, removedAt: LATER }) // prettier-ignore
      for (const each of [gone, early]) await storage.write(({ workshops }) => workshops.insertSeat(each))
      const seats = await storage.read(({ workshops }) => workshops.seats(WORKSHOP))
      expect(seats).toEqual([early, storedSeat(), gone])
    })

    test('are saved where they have been moved to', async () => {
      await storage.write(({ workshops }) =>
        workshops.insertGroup(storedGroup({ id: id('group2'), number: 2, code: 'ACDEFG' })),
      )
      const moved = storedSeat({ groupId: id('group2') })
      await storage.write(({ workshops }) => workshops.saveSeat(moved))
      expect(await storage.read(({ workshops }) => workshops.findSeat(id('seat')))).toEqual(moved)
    })

    test('are found from every device that has the secret, until it is forgotten', async () => {
      await storage.write(async ({ workshops }) => {
        await workshops.addDevice('phone', id('seat'), LATER)
        await workshops.addDevice('laptop', id('seat'), LATER)
      })
      const by = (secretHash: string) => storage.read(({ workshops }) => workshops.seatByDevice(secretHash))
      expect([await by('phone'), await by('laptop')]).toEqual([storedSeat(), storedSeat()])
      await storage.write(({ workshops }) => workshops.removeDevice('phone'))
      expect([await by('phone'), await by('laptop')]).toEqual([undefined, storedSeat()])
      await storage.write(({ workshops }) => workshops.removeDevice('phone'))
    })
  })

  describe('names', () => {
    const second = storedWorkshop({ id: id('second'), date: '2025-01-01', endedAt: LATER })
    beforeEach(() =>
      storage.write(async ({ workshops }) => {
        await workshops.insertSeat(storedSeat({ id: id('s2'), hand: id('h2'), name: 'Bo Deltagarsson' }))
        await workshops.insertSeat(storedSeat({ id: id('s3'), hand: id('h3'), name: '', removedAt: LATER }))
        await workshops.insert(second)
        await workshops.insertGroup(
          storedGroup({ id: id('group2'), workshopId: id('second'), code: 'ACDEFG' }),
        )
        await workshops.insertSeat(storedSeat({ id: id('s4'), hand: id('h4'), groupId: id('group2') }))
        await workshops.insert(storedWorkshop({ id: id('third') }))
      }),
    )
    const held = () => storage.read(({ workshops }) => workshops.heldNames())

    test('that are held are counted by workshop', async () => {
      const two = { id: WORKSHOP, date: '2026-03-10', endedAt: null, names: 2 }
      const one = { id: id('second'), date: '2025-01-01', endedAt: LATER, names: 1 }
      expect(new Set(await held())).toEqual(new Set([two, one]))
    })

    test('of one workshop are forgotten, and nothing else; twice is no more than once', async () => {
      expect(await storage.write(({ workshops }) => workshops.forgetNames(WORKSHOP))).toBe(2)
      expect(await storage.write(({ workshops }) => workshops.forgetNames(WORKSHOP))).toBe(0)
      expect((await held()).map(({ id: workshopId }) => workshopId)).toEqual([id('second')])
      const seats = await storage.read(({ workshops }) => workshops.seats(WORKSHOP))
      expect(seats.find((seat) => seat.id === id('seat'))).toEqual(storedSeat({ name: '' }))
      expect(seats).toHaveLength(3)
    })

    test('that have been forgotten are nowhere in the files', async () => {
      await storage.write(({ workshops }) => workshops.forgetNames(WORKSHOP))
      await storage.write(({ workshops }) => workshops.forgetNames(id('second')))
      await storage.forget()
      const bytes = bytesOf(fresh)
      expect(bytes.filter((each) => each.includes('Deltagarsson'))).toEqual([])
    })
  })

  describe('rulings', () => {
    test('come in the order in which they were made, and the later on a row replaces the former', async () => {
      const first = storedRuling({ rowId: id('a'), at: '2026-03-01T10:00:00.000Z' })
      const second = storedRuling({ rowId: id('b'), at: '2026-03-01T11:00:00.000Z', criterionIds: [id('c')] })
      const again = { ...first, kind: 'leftOut' as const, reason: 'Dubbelt.', at: '2026-03-01T12:00:00.000Z' }
      for (const each of [first, second, again])
        await storage.write(({ workshops }) => workshops.saveRuling(each))
      expect(await storage.read(({ workshops }) => workshops.rulings(WORKSHOP))).toEqual([second, again])
      expect(await storage.read(({ workshops }) => workshops.rulings(id('nobody')))).toEqual([])
    })

    test('name the module that a theme has become, and another when it is made anew', async () => {
      for (const moduleId of [id('m1'), id('m2')]) {
        await storage.write(({ workshops }) => workshops.nameModule(WORKSHOP, id('theme'), moduleId))
        expect(await storage.read(({ workshops }) => workshops.moduleOf(WORKSHOP, id('theme')))).toBe(
          moduleId,
        )
      }
    })
  })

  describe('origins', () => {
    const elsewhere = storedOrigin({ workshopId: id('second'), date: '2026-05-01' })
    beforeEach(() =>
      storage.write(async ({ workshops }) => {
        await workshops.insert(storedWorkshop({ id: id('second'), date: '2026-05-01' }))
        await workshops.addOrigin(PROFILE_ID, storedOrigin())
        await workshops.addOrigin(PROFILE_ID, elsewhere)
        await workshops.addOrigin(PROFILE_ID, storedOrigin({ itemId: id('item2') }))
      }),
    )
    const origins = () => storage.read(({ workshops }) => workshops.origins(PROFILE_ID, id('item')))

    test('of an item are all workshops that it comes from, latest first', async () => {
      expect(await origins()).toEqual([elsewhere, storedOrigin()])
    })

    test('are one at most for an item and a workshop', async () => {
      const again = storedOrigin({ groups: [1, 2] })
      await storage.write(({ workshops }) => workshops.addOrigin(PROFILE_ID, again))
      expect(await origins()).toEqual([elsewhere, again])
    })

    test('are listed by item, and by workshop', async () => {
      await storage.read(async ({ workshops }) => {
        const items = await workshops.itemsWithOrigin(PROFILE_ID)
        expect(items.map(({ itemId }) => itemId).toSorted()).toEqual([id('item'), id('item2')].toSorted())
        // An item that comes out of two workshops is said to come out of the later one.
        const [latest] = await workshops.origins(PROFILE_ID, id('item'))
        expect(items.find(({ itemId }) => itemId === id('item'))?.date).toBe(latest?.date)
        expect(await workshops.itemsWithOrigin(id('nobody'))).toEqual([])
        const ofSecond = await workshops.originsIn(id('second'))
        const ofFirst = await workshops.originsIn(WORKSHOP)
        expect([ofSecond, ofFirst.map(({ itemId }) => itemId).toSorted()]).toEqual([
          [elsewhere],
          [id('item'), id('item2')].toSorted(),
        ])
      })
    })

    test('are taken away for one workshop alone', async () => {
      await storage.write(({ workshops }) => workshops.removeOrigin(PROFILE_ID, id('item'), WORKSHOP))
      expect(await origins()).toEqual([elsewhere])
    })
  })
})

/** What the database has on the disk; of PostgreSQL nothing, which keeps its files to itself. */
function bytesOf({ place: { databaseUrl, dataDir } }: FreshDatabase): Buffer[] {
  const files = databaseUrl ? [] : ['', '-wal'].map((suffix) => path.join(dataDir, SQLITE_FILE + suffix))
  return files.map((file) => readFileSync(file))
}

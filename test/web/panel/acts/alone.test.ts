import { aloneByLease, aloneByLocks, type Alone } from '../../../../web/panel/acts/alone.ts'
import { panelDatabase } from '../../../../web/panel/kept/panel-database.ts'
import 'fake-indexeddb/auto'

/** As much of a browser's locks as is asked for: one lock, which can be stolen. */
function lockManager(): LockManager {
  let held: object | null = null
  return {
    async request(_name: string, { steal = false }: LockOptions, work: (lock: object | null) => unknown) {
      if (held && !steal) return work(null)
      const mine = (held = {})
      await work(mine)
      if (held !== mine) throw new DOMException('stolen', 'AbortError')
      held = null
    },
  } as unknown as LockManager
}

let now: number
beforeEach(() => {
  now = 1_000_000
})
const clock = () => now

function byLocks(): () => Alone {
  const locks = lockManager()
  return () => aloneByLocks(locks, clock)
}
function byLease(): () => Alone {
  const database = panelDatabase(`alone-${Math.random()}`)
  let count = 0
  return () => aloneByLease(database, { holder: `tab ${count++}`, now: clock })
}

describe.each([
  ['locks', byLocks],
  ['a lease', byLease],
])('with %s', (_how, open) => {
  test('one tab works at a time, and the next when it is done', async () => {
    const tab = open()
    const [left, right] = [tab(), tab()]
    const done: string[] = []
    const tried = await left(async () => {
      done.push('left')
      expect(await right(async () => void done.push('right too soon'))).toBe(false)
    })
    expect([tried, await right(async () => void done.push('right')), done]).toEqual([
      true,
      true,
      ['left', 'right'],
    ])
  })

  test('a tab that has been put to sleep in the middle of its work does not keep the others from theirs', async () => {
    const tab = open()
    const [sleeper, other] = [tab(), tab()]
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((given) => (wake = given))
    const sleeping = sleeper(() => asleep)
    let isDone = false
    const work = async () => void (isDone = true)
    expect(await other(work)).toBe(false)
    now += 61_000
    expect([await other(work), isDone]).toEqual([true, true])
    wake()
    await sleeping
  })

  test('one that wakes when another has its turn does not end it', async () => {
    const tab = open()
    const [sleeper, other, third] = [tab(), tab(), tab()]
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((given) => (wake = given))
    const sleeping = sleeper(() => asleep)
    expect(await other(async () => undefined)).toBe(false)
    now += 61_000
    await other(async () => {
      wake()
      await sleeping
      expect(await third(async () => undefined)).toBe(false)
    })
  })
})

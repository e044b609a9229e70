import { jest } from '@jest/globals'
import { paced } from '../../web/paced.ts'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const SOON = 100
const REST = 1_000
let done: number[]
let takes: number

function work() {
  const begun = Date.now()
  const { ask, stop } = paced(
    async () => {
      done.push(Date.now() - begun)
      if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes))
    },
    { soonMs: () => SOON, restMs: REST },
  )
  return { ask, stop }
}

beforeEach(() => {
  done = []
  takes = 0
})

test('what is asked for once is done once, soon', async () => {
  work().ask()
  await jest.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual([SOON])
})

test('what is asked for without end is done again and again, with a rest between', async () => {
  const { ask } = work()
  for (let asked = 0; asked < 100; asked++) {
    ask()
    await jest.advanceTimersByTimeAsync(50)
  }
  expect(done).toEqual([100, 1_100, 2_100, 3_100, 4_100])
})

test('what is asked for while it is being done is done once more', async () => {
  takes = 500
  const { ask } = work()
  ask()
  await jest.advanceTimersByTimeAsync(SOON + 200)
  ask()
  ask()
  await jest.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual([SOON, SOON + 500 + REST])
})

test('after a rest it is done as soon as the first time', async () => {
  const { ask } = work()
  ask()
  await jest.advanceTimersByTimeAsync(5_000)
  ask()
  await jest.advanceTimersByTimeAsync(5_000)
  expect(done).toEqual([SOON, 5_000 + SOON])
})

test('what has been stopped is not done', async () => {
  const { ask, stop } = work()
  ask()
  stop()
  await jest.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual([])
})

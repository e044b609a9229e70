import { setTimeout as wait } from 'node:timers/promises'
import { inEvenTime } from '../../server/http/in-even-time.ts'

test.each([
  ['nothing', 0],
  ['a little', 20],
])('%s to do takes as long as anything', async (_, ms) => {
  const began = performance.now()
  await inEvenTime(wait(ms))
  expect(performance.now() - began).toBeGreaterThan(95)
})

test('what goes wrong is told', async () => {
  await expect(inEvenTime(Promise.reject(new Error('full')))).rejects.toThrow('full')
})

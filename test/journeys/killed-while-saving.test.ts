import { dice } from '../torture/dice.ts'
import { killAgainAndAgain } from '../torture/kill-rounds.ts'

// Two hundred rounds of the same: npm run torture
test('what has been answered for is there, whole, whenever the server is killed', async () => {
  const { losses, acknowledged, editions } = await killAgainAndAgain(4, dice(20))
  expect(losses).toEqual([])
  expect(acknowledged).toBeGreaterThan(4)
  expect(editions).toBeGreaterThan(1)
}, 60_000)

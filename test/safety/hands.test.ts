import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { planWorkshop } from '../../server/usecases/workshop/plan-workshop.ts'
import { takeSeat } from '../../server/usecases/workshop/take-seat.ts'
import { buildPlan } from '../support/hold-workshop.ts'
import { draft } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/* On a board stand hands, and everybody at it is told the ids of all seats: nothing may lead from the one to the other. */

let app: TestApp
beforeEach(async () => (app = await startTestApp()))
afterEach(() => app.close())

test('a hand has nothing in common with its seat, neither the moment at which it was made nor the order', async () => {
  const { deps } = app.context
  await draft(deps)
  const groups = [{ place: '', seats: 12 }]
  const { groups: planned } = await planWorkshop(deps, THE_PROGRAM, {
    slug: 'testare',
    ...buildPlan({ groups }),
  })
  const seats = []
  for (let number = 0; number < 12; number += 1) {
    const { seat } = await takeSeat(deps, { code: planned[0]!.code, name: 'Amina', perspective: '' })
    seats.push(seat)
  }
  const hands = seats.map(({ hand }) => hand)
  // The first 48 bits of a UUID that grows with time are the moment: of two that are made at once they are the same.
  const moments = new Set(seats.map(({ seatId }) => seatId.slice(0, 9)))
  expect(hands.filter((hand) => moments.has(hand.slice(0, 9)))).toEqual([])
  expect(hands.toSorted()).not.toEqual(hands)
  expect(new Set(hands).size).toBe(12)
})

import 'fake-indexeddb/auto'
import { dice } from '../torture/dice.ts'
import { keptBoard } from '../torture/live/kept-texts.ts'
import { untilTrue } from '../torture/live/participant.ts'
import { torment, wait } from '../torture/live/torment.ts'

/** How many keystrokes there are by each kill, and in the end. */
const BY_THEN = [150, 400, 600]

test('a server that is killed has what the badge said it has, and in the end everything typed is there once', async () => {
  const chance = dice(4711)
  const outcome = await torment(
    {
      clients: 3,
      kills: ['as the badge says on the server', 'as something comes to the server'],
      async time(kill, participants) {
        const typed = () => participants.reduce((sum, { log }) => sum + log.count, 0)
        const before = participants.map(({ onServer }) => onServer)
        // Of what nobody has been told is saved nothing could be missed.
        const isTold = () => participants.every(({ onServer }, at) => onServer > (before[at] ?? 0))
        await untilTrue(() => isTold() && typed() >= (BY_THEN[kill] ?? 0), participants, 10_000)
      },
      // People type in bursts, and think in between.
      pause: () => wait(chance.below(chance.below(12) === 0 ? 150 : 8)),
      tabLeftEvery: 60,
      awayMs: () => chance.below(40),
      downMs: () => chance.below(40),
      peaceMs: 400,
      haste: 6,
      patienceMs: 15_000,
      readKept: keptBoard,
      onNews: () => undefined,
    },
    chance,
  )
  expect(outcome.losses).toEqual([])
  expect(outcome.tokens).toBeGreaterThan(30)
}, 60_000)

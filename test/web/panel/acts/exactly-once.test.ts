import fc from 'fast-check'
import type { ActOutbox } from '../../../../web/panel/acts/act-outbox.ts'
import { ANNA, BO, PanelWorld } from '../world.ts'

/** What may happen to a member's phone, and to those who share it. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.constant('an act is made' as const) },
  { weight: 2, arbitrary: fc.constant('the network goes' as const) },
  { weight: 2, arbitrary: fc.constant('the network comes' as const) },
  fc.constantFrom(
    'the same button is pressed once more' as const,
    'answers are lost from now on' as const,
    'another tab is opened' as const,
    'the page is thrown away' as const,
    'somebody else signs in' as const,
    'the session ends' as const,
    'she signs in again' as const,
    'time passes' as const,
    'the phone sleeps in the middle of it' as const,
  ),
)

test('whatever happens, each act is done exactly once, in its order, in the name of its author', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 14 }), async (happenings) => {
      const world = new PanelWorld()
      const { server, time } = world
      const made: string[] = []
      let sleeps = 0
      let tabs: ActOutbox[] = [world.tab()]
      const current = () => {
        if (tabs.length === 0) tabs = [world.tab()]
        return tabs.at(-1) as ActOutbox
      }
      for (const each of happenings) {
        switch (each) {
          case 'an act is made':
            made.push(`act-${made.length}`)
            await current().keep(world.act(made.at(-1) ?? ''))
            break
          case 'the same button is pressed once more':
            if (made.length > 0) await current().keep(world.act(made.at(-1) ?? ''))
            break
          case 'the network goes':
            server.state = 'is away'
            break
          case 'the network comes':
            server.state = 'answers'
            current().look()
            break
          case 'answers are lost from now on':
            server.state = 'does it, and the answer is lost'
            break
          case 'another tab is opened':
            tabs.push(world.tab())
            current().look()
            break
          case 'the page is thrown away':
            tabs.pop()?.close()
            break
          case 'somebody else signs in':
            server.person = BO
            break
          case 'the session ends':
            server.person = null
            break
          case 'she signs in again':
            server.person = ANNA
            current().look()
            break
          case 'time passes':
            await world.calm()
            time.pass(20_000)
            await world.calm()
            break
          case 'the phone sleeps in the middle of it':
            sleeps++
            time.pass(61_000)
            current().look()
        }
      }
      ;[server.state, server.person] = ['answers', ANNA]
      // A tab that was thrown away in the middle of its work lets the others in after a while.
      for (let round = 0; round < 3; round++) {
        await world.calm()
        time.pass(61_000)
        current().look()
      }
      await world.calm()
      expect(server.done).toEqual(made.map((id) => ({ id, by: ANNA })))
      // A tab that has slept for longer than a request may take is overtaken by another one.
      expect(server.mostAtOnce).toBeLessThanOrEqual(1 + sleeps)
      await world.close()
    }),
    { numRuns: 60 },
  )
}, 60_000)

import 'fake-indexeddb/auto'
import { answerStore } from '../../../../web/panel/kept/answer-store.ts'
import { panelDatabase } from '../../../../web/panel/kept/panel-database.ts'
import { Reading } from '../../../../web/panel/kept/reading.ts'
import { SimulatedTime } from '../../workshop/board/simulated-time.ts'
import { ANNA, BO, calm, Refused } from '../world.ts'

let count = 0
function setUp() {
  const answers = answerStore(panelDatabase(`reading-${++count}`))
  const time = new SimulatedTime()
  const server = { says: 'first' as string | Refused | null, asked: 0 }
  const open = (personId = ANNA) => {
    const heard: boolean[] = []
    const reading = new Reading<string>({
      personId,
      path: '/reviews/r/desk',
      answers,
      async ask() {
        server.asked++
        await calm()
        if (server.says === null) throw new TypeError('no network')
        if (server.says instanceof Refused) throw server.says
        return server.says
      },
      problemIn: (error) => (error instanceof Refused ? error.problem : null),
      now: time.now,
      later: time.later,
      heard: (isAnswered) => heard.push(isAnswered),
      changed: () => undefined,
      taken: () => undefined,
    })
    return { reading, heard }
  }
  return { answers, time, server, open }
}
const later = async () => {
  for (let turn = 0; turn < 4; turn++) await calm()
}

test('the first time it is what the server says', async () => {
  const { reading, heard } = setUp().open()
  await reading.open()
  expect(reading.state).toMatchObject({ answer: null, isLookedUp: true, trouble: null })
  await later()
  expect([reading.state.answer, heard]).toEqual(['first', [true]])
})

test('after that it is there at once, without a network too, and then what the server says', async () => {
  const { server, open, time } = setUp()
  await open().reading.open()
  await later()
  server.says = null
  const { reading, heard } = open()
  await reading.open()
  expect(reading.state.answer).toBe('first')
  await later()
  expect([reading.state.answer, reading.state.trouble, heard]).toEqual(['first', 'no-answer', [false]])
  server.says = 'second'
  time.pass(2_000)
  await later()
  expect([reading.state.answer, reading.state.trouble]).toEqual(['second', null])
})

test('nobody sees what was answered to somebody else', async () => {
  const { server, open } = setUp()
  await open(ANNA).reading.open()
  await later()
  server.says = null
  const { reading } = open(BO)
  await reading.open()
  expect(reading.state.answer).toBeNull()
})

test('what lies there of others goes when somebody else has come, and all of it when nobody is signed in', async () => {
  const { answers, open } = setUp()
  await open(ANNA).reading.open()
  await open(BO).reading.open()
  await later()
  const left = async () =>
    (await Promise.all([ANNA, BO].map((each) => answers.read(each, '/reviews/r/desk')))).map(
      (each) => each?.personId,
    )
  await answers.keepOnlyOf(BO)
  expect(await left()).toEqual([undefined, BO])
  await answers.keepOnlyOf(null)
  expect(await left()).toEqual([undefined, undefined])
})

test.each([403, 404, 410])(
  'a server that says %i is believed: it is not shown, and not kept',
  async (status) => {
    const { server, open, answers } = setUp()
    await open().reading.open()
    await later()
    server.says = new Refused(status)
    const { reading } = open()
    await reading.open()
    await later()
    expect(reading.state).toMatchObject({ answer: null, trouble: { status } })
    expect(await answers.read(ANNA, '/reviews/r/desk')).toBeUndefined()
  },
)

test.each([401, 429, 503])('a server that says %i takes nothing away', async (status) => {
  const { server, open } = setUp()
  await open().reading.open()
  await later()
  server.says = new Refused(status)
  const { reading } = open()
  await reading.open()
  await later()
  expect(reading.state).toMatchObject({ answer: 'first', trouble: { status } })
})

test('asked while it asks, it asks once more, and no oftener', async () => {
  const { server, open } = setUp()
  const { reading } = open()
  await Promise.all([reading.refresh(), reading.refresh(), reading.refresh()])
  expect(server.asked).toBe(2)
})

test('one that is closed asks no more', async () => {
  const { server, open, time } = setUp()
  server.says = null
  const { reading } = open()
  await reading.open()
  await later()
  reading.close()
  time.pass(600_000)
  await later()
  expect(server.asked).toBe(1)
})

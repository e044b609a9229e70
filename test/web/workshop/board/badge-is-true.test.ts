import fc from 'fast-check'
import * as Y from 'yjs'
import { readBoard } from '../../../../server/board/read-board.ts'
import { addCard, textAt } from '../../../../server/board/write-on-board.ts'
import type { BoardSession } from '../../../../web/workshop/board/board-session.ts'
import { amina, bo, World } from './world.ts'

/** Two people, one of whom writes in two tabs; a server that dies with what it has not written down. */
const TABS = [
  { seat: amina, device: 'laptop' },
  { seat: amina, device: 'laptop' },
  { seat: bo, device: 'phone' },
] as const

const tab = fc.nat({ max: TABS.length - 1 })
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('card' as const), tab }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('letters' as const), tab, at: fc.nat() }) },
  {
    weight: 8,
    arbitrary: fc.record({ act: fc.constant('deliver' as const), times: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('commit' as const), most: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('pass' as const),
      ms: fc.constantFrom(5, 40, 400, 2_000, 20_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('kill' as const, 'cut', 'silence', 'down', 'up', 'back', 'leaving'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('disk-full' as const, 'disk-free') }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('keep' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('reopen' as const), tab }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

/** Everything that was ever written, each once: what a token says is where it was written. */
class Run {
  readonly world = new World()
  readonly tabs: BoardSession[] = []
  readonly written: string[] = []

  async begin(): Promise<void> {
    for (const { seat, device } of TABS) this.tabs.push(await this.world.open(seat, device))
    this.world.settle()
  }

  async do(happened: Happening): Promise<void> {
    const { world } = this
    const { server, time } = world
    const session = 'tab' in happened ? this.tabs[happened.tab]! : this.tabs[0]!
    switch (happened.act) {
      case 'card':
        addCard(session.pen, { kind: 'skills', text: this.#token() })
        break
      case 'letters': {
        const cards = readBoard(session.doc).cards.filter(({ by }) => by === session.pen.hand)
        const text = textAt(session.doc, 'cards', cards[happened.at % (cards.length || 1)]?.id ?? '')
        if (text) session.doc.transact(() => text.insert(happened.at % (text.length + 1), this.#token()))
        break
      }
      case 'deliver':
        for (let time = 0; time < happened.times; time += 1) server.deliver()
        break
      case 'commit':
        server.commit(happened.most)
        break
      case 'pass':
        server.open()
        time.pass(happened.ms)
        server.open()
        break
      case 'kill':
        server.kill()
        break
      case 'cut':
        server.cut()
        break
      case 'silence':
        server.goSilent()
        break
      case 'down':
      case 'up':
        server.isDown = happened.act === 'down'
        break
      case 'back':
      case 'leaving':
        world.happen(happened.act)
        break
      case 'disk-full':
      case 'disk-free':
        world.isDiskFull = happened.act === 'disk-full'
        break
      case 'keep':
        await world.kept()
        break
      case 'reopen':
        // A page that is closed while the device can keep nothing loses what is in it alone; it does not say otherwise.
        if (world.isDiskFull) return
        await world.kept()
        await session.close()
        this.tabs[happened.tab] = await world.open(TABS[happened.tab]!.seat, TABS[happened.tab]!.device)
    }
    time.pass(0)
  }

  /** What somebody has been told is on the server, and is not in what a killed server would have. */
  lies(): unknown[] {
    const durable = this.world.server.durable
    const told = this.tabs.filter(({ view }) => view.badge.kind === 'on-server')
    return told.flatMap(({ doc }) => missingIn(durable, doc))
  }

  /** Lets everything arrive. */
  async end(): Promise<void> {
    const { world } = this
    world.server.isDown = false
    world.isDiskFull = false
    for (let round = 0; round < 30; round += 1) {
      world.time.pass(2_000)
      world.settle()
      await world.kept()
    }
  }

  /** A letter that is used once. */
  #token(): string {
    const token = String.fromCharCode(0x4e00 + this.written.length)
    this.written.push(token)
    return token
  }
}

const textsOf = (doc: Y.Doc) => readBoard(doc).cards.map(({ text }) => text)

/** What one document has and the other has not: for each writer whose letters are missing, how many. */
function missingIn(has: Y.Doc, wanted: Y.Doc): [number, number][] {
  const there = Y.decodeStateVector(Y.encodeStateVector(has))
  return [...Y.decodeStateVector(Y.encodeStateVector(wanted))].filter(
    ([client, clock]) => (there.get(client) ?? 0) < clock,
  )
}

test('the badge never says that the server has what a killed server has not, and nothing is lost in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 120 }), async (happenings) => {
      const run = new Run()
      try {
        await run.begin()
        for (const happened of happenings) {
          await run.do(happened)
          expect(run.lies()).toEqual([])
        }
        await run.end()
        const onServer = textsOf(run.world.server.durable)
        expect(onServer.join('').split('').toSorted()).toEqual(run.written)
        expect(run.tabs.map(({ doc }) => textsOf(doc))).toEqual(run.tabs.map(() => onServer))
        expect(run.tabs.map(({ view }) => view.badge)).toEqual(run.tabs.map(() => ({ kind: 'on-server' })))
      } finally {
        await run.world.end()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 60) },
  )
}, 120_000)

import 'fake-indexeddb/auto'
import type { Problem } from '../../../schemas/types.ts'
import { ActOutbox, type OutboxState } from '../../../web/panel/acts/act-outbox.ts'
import { actStore, type ActStore } from '../../../web/panel/acts/act-store.ts'
import { isWaiting, type Act } from '../../../web/panel/acts/act.ts'
import { aloneByLease } from '../../../web/panel/acts/alone.ts'
import { panelDatabase } from '../../../web/panel/kept/panel-database.ts'
import { SimulatedTime } from '../workshop/board/simulated-time.ts'

export const [ANNA, BO] = ['anna', 'bo']

export class Refused extends Error {
  readonly problem: Problem

  constructor(status: number, more: Partial<Problem> = {}) {
    super(String(status))
    const title = `said ${status}`
    this.problem = {
      type: '/problems/a-test',
      title,
      status,
      detail: '',
      instance: '',
      requestId: '',
      ...more,
    }
  }
}

/** What the server is, for those who send: it does an act once, however often it comes. */
export class ActServer {
  state: 'answers' | 'is away' | 'does it, and the answer is lost' = 'answers'
  /** Who is signed in in the browser. */
  person: string | null = ANNA
  refusals = new Map<string, Refused>()
  readonly came: string[] = []
  readonly done: { id: string; by: string | null }[] = []
  /** How many acts were under way at the same time at most. */
  mostAtOnce = 0
  #underWay = 0

  readonly #holds = new Map<string, { reached: () => void; until: Promise<void> }>()
  /** The tab that sends this act falls asleep over it, until it is woken; another one that sends it does not. */
  holdAt(actId: string): { readonly reached: Promise<void>; readonly wake: () => void } {
    let wake: () => void = () => undefined
    const until = new Promise<void>((resolve) => (wake = resolve))
    const reached = new Promise<void>((resolve) => this.#holds.set(actId, { reached: resolve, until }))
    return { reached, wake }
  }

  asked = 0
  readPerson = async (): Promise<string | null> => {
    this.asked++
    await Promise.resolve()
    if (this.state === 'is away') throw new TypeError('no network')
    return this.person
  }

  send = async (act: Act): Promise<void> => {
    this.#underWay++
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay)
    await new Promise(setImmediate)
    const hold = this.#holds.get(act.id)
    this.#holds.delete(act.id)
    hold?.reached()
    await hold?.until
    this.#underWay--
    if (this.state === 'is away') throw new TypeError('no network')
    this.came.push(act.id)
    // Sent in the name of its author, it is nobody's where somebody else is signed in.
    if (this.person !== act.personId) throw new Refused(401)
    const refusal = this.refusals.get(act.id)
    if (refusal) throw refusal
    if (!this.done.some(({ id }) => id === act.id)) this.done.push({ id: act.id, by: this.person })
    if (this.state === 'does it, and the answer is lost') throw new TypeError('no answer')
  }
}

let worlds = 0

/** A browser, with its tabs, and the server that it talks to. */
export class PanelWorld {
  readonly server = new ActServer()
  readonly time = new SimulatedTime()
  /** The device can keep things. */
  canKeep = true
  readonly #database = panelDatabase(`world-${++worlds}`)
  readonly store: ActStore
  readonly #tabs = new Set<() => void>()
  #outboxes: ActOutbox[] = []
  #changes = 0

  constructor() {
    const store = actStore(this.#database)
    const unless = (): Promise<void> =>
      this.canKeep ? Promise.resolve() : Promise.reject(new DOMException('full', 'QuotaExceededError'))
    this.store = {
      keep: (act, instead) => unless().then(() => store.keep(act, instead)),
      of: store.of,
      note: (id, news) => unless().then(() => store.note(id, news)),
      remove: (ids) => unless().then(() => store.remove(ids)),
    }
  }

  /** A tab of the browser, in which that person's page is open. */
  tab(me = ANNA): ActOutbox {
    const holder = `tab ${this.#outboxes.length}`
    let mine: () => void = () => undefined
    const outbox = new ActOutbox({
      store: this.store,
      me,
      send: this.server.send,
      readPerson: this.server.readPerson,
      problemIn: (error) => (error instanceof Refused ? error.problem : null),
      alone: aloneByLease(this.#database, { holder, now: this.time.now }),
      now: this.time.now,
      later: this.time.later,
      random: () => 0.5,
      tabs: {
        tell: () => {
          for (const hear of this.#tabs) if (hear !== mine) hear()
        },
        listen: (hear) => {
          mine = hear
          this.#tabs.add(hear)
          return () => this.#tabs.delete(hear)
        },
      },
    })
    outbox.subscribe(() => this.#changes++)
    this.#outboxes.push(outbox)
    return outbox
  }

  /** Everything that needs no clock to go on has happened, however much it was. */
  async calm(): Promise<void> {
    for (let before = -1; before !== this.#changes;) {
      before = this.#changes
      await calm()
    }
  }

  act(id: string, more: Partial<Act> = {}): Act {
    return {
      id,
      reviewId: 'review',
      personId: ANNA,
      kind: 'position',
      method: 'POST',
      path: '/reviews/review/positions',
      body: { id },
      madeAt: new Date(this.time.now()).toISOString(),
      ...more,
    }
  }

  async close(): Promise<void> {
    for (const outbox of this.#outboxes) outbox.close()
    await calm()
    await this.#database.close()
  }
}

/** Everything that needs no clock to go on has happened, where that is not much. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise(setImmediate)
}

/** What waits, what is set aside and what has arrived, in short. */
export function inShort({ acts }: OutboxState): string {
  return acts
    .map((act) => `${act.id} ${act.hasArrived ? 'arrived' : isWaiting(act) ? 'waits' : 'refused'}`)
    .join(', ')
}

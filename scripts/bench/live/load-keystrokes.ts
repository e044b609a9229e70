/** The load generator, a process of its own: groups of people who type, each on a connection of their own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { openThinClient, type ThinClient, type Writer } from './thin-client.ts'

export type Typing = { readonly kind: Writer['kind']; readonly milliseconds: number }
/** Milliseconds from each keystroke until it was on each other's screen; and the share of a processor that was used. */
export type Typed = { readonly latencies: number[]; readonly keystrokes: number; readonly busy: number }

const GENERATE = '--generate'
const LEAST_MS = 125
const MOST_MS = 375

/** The generator as a child process, with everybody connected. */
export async function startTypists(groups: readonly (readonly Writer[])[]) {
  const child = fork(import.meta.filename, [GENERATE])
  child.send(groups)
  await once(child, 'message')
  return {
    async type(typing: Typing): Promise<Typed> {
      child.send(typing)
      const [typed] = (await once(child, 'message')) as [Typed]
      return typed
    },
    stop: () => child.disconnect(),
  }
}

type Stroke = { readonly end: number; readonly at: number }
type Typist = { readonly kind: Writer['kind']; readonly client: ThinClient; strokes: Stroke[] }

const typists: Typist[] = []
let latencies: number[] = []

async function seat(groups: readonly (readonly Writer[])[]): Promise<void> {
  for (const group of groups) {
    const clients = await Promise.all(group.map(openThinClient))
    const theirs = clients.map((client, at): Typist => ({
      kind: group[at]?.kind ?? 'board',
      client,
      strokes: [],
    }))
    for (const typist of theirs) watch(typist, theirs)
    typists.push(...theirs)
  }
}

/** Notes how long each keystroke of the others has been under way. */
function watch(typist: Typist, group: readonly Typist[]): void {
  const others = group.filter((each) => each !== typist).map((other) => ({ other, seen: 0, end: 0 }))
  typist.client.onTakenIn = () => {
    const now = performance.now()
    for (const each of others) {
      const { strokes, client } = each.other
      const has = typist.client.has(client.doc.clientID)
      if (has === each.end) continue
      each.end = has
      for (let next = strokes[each.seen]; next && next.end <= has; next = strokes[(each.seen += 1)])
        latencies.push(now - next.at)
    }
  }
}

async function type({ kind, milliseconds }: Typing): Promise<Typed> {
  const those = typists.filter((each) => each.kind === kind)
  latencies = []
  let keystrokes = 0
  let isOver = false
  const next = (typist: Typist, wait: number) =>
    setTimeout(() => {
      if (isOver) return
      const at = performance.now()
      typist.strokes.push({ end: typist.client.type(), at })
      keystrokes += 1
      next(typist, LEAST_MS + Math.random() * (MOST_MS - LEAST_MS))
    }, wait)
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  for (const typist of those) next(typist, Math.random() * MOST_MS)
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  isOver = true
  const { user, system } = process.cpuUsage(cpu)
  const busy = (user + system) / 1000 / (performance.now() - start)
  // What is under way arrives.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return { latencies, keystrokes, busy }
}

if (process.argv[2] === GENERATE) {
  process.on('message', (told: Typing | (readonly Writer[])[]) => {
    const work = 'kind' in told ? type(told) : seat(told).then(() => 'seated')
    work.then(
      (answer) => process.send?.(answer),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  process.once('disconnect', () => process.exit())
}

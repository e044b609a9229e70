import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { Dice } from '../dice.ts'
import { Flow } from './flow.ts'

/** What befalls a connection; how often, beside the others. */
const MISFORTUNES = {
  cut: 4,
  /** The client hears that it is cut off; what it said last comes to the server later than what it says next. */
  'cut and late': 4,
  stall: 3,
  slow: 2,
  throttle: 2,
  /** The server's answers get lost, and nobody is told. */
  deaf: 2,
  /** Nothing gets through in either direction, and nobody is told. */
  'half-open': 1,
} as const
export type Misfortune = keyof typeof MISFORTUNES

type Line = { readonly client: Socket; readonly server: Socket; readonly up: Flow; readonly down: Flow }

/** A network like that of a crowded room, between clients and a server that may be another now and then. */
export type BadNetwork = {
  readonly port: number
  /** Where connections lead from now on; null: nobody is there. Those that are open are left to their fate. */
  readonly leadTo: (port: number | null) => void
  /** Cuts everything, and lets everything through from then on. */
  readonly calm: () => void
  /** Called whenever something from a client is handed to the server. */
  onDelivered: () => void
  readonly counts: Readonly<Record<Misfortune | 'connections', number>>
  readonly close: () => Promise<void>
}

/** @param everyMs how long a connection is left in peace, in the mean; all other times are in proportion to it */
export async function openBadNetwork(chance: Dice, everyMs: number): Promise<BadNetwork> {
  const counts = { connections: 0, ...mapped(MISFORTUNES, () => 0) }
  const lines = new Set<Line>()
  const timers = new Set<NodeJS.Timeout>()
  const sockets = new Set<Socket>()
  let target: number | null = null
  let isCalm = false

  /** In shares of the mean peace. */
  const later = (share: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, share * everyMs)
    timers.add(timer)
  }
  const between = (least: number, most: number) => least + chance.roll() * (most - least)

  const listener = createServer((client) => {
    follow(client)
    if (target === null) return void client.destroy()
    counts.connections += 1
    const server = connect({ port: target, host: '127.0.0.1' })
    follow(server)
    const line: Line = {
      client,
      server,
      up: new Flow(server, () => network.onDelivered()),
      down: new Flow(client),
    }
    lines.add(line)
    client.on('data', (bytes) => line.up.push(bytes))
    server.on('data', (bytes) => line.down.push(bytes))
    client.on('close', () => end(line, line.up, server))
    server.on('close', () => end(line, line.down, client))
    if (!isCalm) awaitMisfortune(line)
  })

  function follow(socket: Socket): void {
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  }

  /** One side has gone: the other hears so when everything that was said before has been delivered. */
  function end(line: Line, flow: Flow, other: Socket): void {
    lines.delete(line)
    flow.finish(() => other.destroy())
  }

  function awaitMisfortune(line: Line): void {
    later(-Math.log(1 - chance.roll()), () => {
      if (isCalm || !lines.has(line)) return
      const misfortune = rollMisfortune(chance)
      counts[misfortune] += 1
      befall(line, misfortune)
      awaitMisfortune(line)
    })
  }

  function befall(line: Line, misfortune: Misfortune): void {
    const { client, server, up, down } = line
    const cut = () => {
      client.destroy()
      server.destroy()
    }
    switch (misfortune) {
      case 'cut':
        return cut()
      case 'cut and late':
        up.hold()
        return later(between(0.05, 0.4), () => {
          client.destroy()
          later(between(0.1, 1), () => up.release())
        })
      case 'stall':
        up.hold()
        down.hold()
        return later(between(0.1, 1.2), () => {
          up.release()
          down.release()
        })
      case 'slow':
        up.delayMs = between(0.01, 0.1) * everyMs
        down.delayMs = between(0.01, 0.1) * everyMs
        return
      case 'throttle':
        up.bytesPerMs = down.bytesPerMs = 10_000 / everyMs
        return later(between(0.4, 1), () => (up.bytesPerMs = down.bytesPerMs = Infinity))
      case 'deaf':
        down.swallow()
        return later(between(0.2, 1.5), cut)
      case 'half-open':
        up.swallow()
        down.swallow()
        // Whoever gives up first closes its own half; the other is not told.
        later(between(0.5, 4), () => client.destroy())
        later(between(0.5, 4), () => server.destroy())
    }
  }

  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const network: BadNetwork = {
    port: (listener.address() as AddressInfo).port,
    leadTo: (port) => void (target = port),
    calm() {
      isCalm = true
      for (const socket of sockets) socket.destroy()
    },
    onDelivered: () => undefined,
    counts,
    async close() {
      isCalm = true
      for (const timer of timers) clearTimeout(timer)
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
  return network
}

function rollMisfortune(chance: Dice): Misfortune {
  const all = Object.entries(MISFORTUNES) as [Misfortune, number][]
  return chance.pick(all.flatMap(([misfortune, weight]) => Array<Misfortune>(weight).fill(misfortune)))
}

function mapped<Key extends string, Value>(
  from: Readonly<Record<Key, unknown>>,
  give: () => Value,
): Record<Key, Value> {
  return Object.fromEntries(Object.keys(from).map((key) => [key, give()])) as Record<Key, Value>
}

import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line of somebody's own to the server, which can be cut and mended: a network that goes and comes back. */
export type CuttableLine = {
  /** Where the server is to be found at this line's other end. */
  readonly port: number
  /** What is open breaks, and nobody gets through until the line is mended. */
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

export async function openLine(serverPort: number): Promise<CuttableLine> {
  const sockets = new Set<Socket>()
  let isCut = false
  const line = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(serverPort, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (line.address() as AddressInfo).port,
    cut,
    mend: () => void (isCut = false),
    async close() {
      cut()
      await new Promise((resolve) => line.close(resolve))
    },
  }
}

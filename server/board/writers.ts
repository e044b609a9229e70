/**
 * Which seat each Yjs client writes for. A client is one opening of a page; whoever writes first with its number has it
 * for good, since another could otherwise take the numbers that its next letters will have.
 */
export type Writers = {
  readonly seatOf: (client: number) => string | undefined
  readonly clientsOf: (seatId: string) => readonly number[]
  /** Does nothing where the client is somebody's already. */
  readonly bind: (client: number, seatId: string) => void
  readonly toRecord: () => Record<string, string>
}

export function openWriters(kept: Readonly<Record<string, string>> = {}): Writers {
  const seats = new Map<number, string>()
  const clients = new Map<string, number[]>()
  const bind = (client: number, seatId: string): void => {
    if (seats.has(client)) return
    seats.set(client, seatId)
    const theirs = clients.get(seatId)
    if (theirs) theirs.push(client)
    else clients.set(seatId, [client])
  }
  for (const [client, seatId] of Object.entries(kept)) bind(Number(client), seatId)
  return {
    seatOf: (client) => seats.get(client),
    clientsOf: (seatId) => clients.get(seatId) ?? [],
    bind,
    toRecord: () => Object.fromEntries(seats),
  }
}

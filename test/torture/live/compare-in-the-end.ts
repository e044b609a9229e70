import type { Board } from '../../../schemas/types.ts'
import { readBoard } from '../../../server/board/read-board.ts'
import { textsIn } from './kept-texts.ts'
import { untilTrue, type Participant } from './participant.ts'
import { foreignIn, typedIn } from './places.ts'

type Scene = {
  /** What lies on the disk. */
  readonly kept: () => Promise<Board>
  readonly patienceMs: number
  /** Stops the server in order. */
  readonly stop: () => Promise<unknown>
}

/**
 * Everything that can arrive does. Then every token must be there, once and in its place, on every client, on the disk,
 * and there also after the server has put the board away. `at`: when everybody had everything.
 */
export async function compareInTheEnd(
  participants: readonly Participant[],
  { kept, patienceMs, stop }: Scene,
): Promise<{ losses: string[]; at: number }> {
  const isTogether = () => participants.every(isAtRest) && areAlike(participants.map(boardOf))
  const hasCome = await untilTrue(isTogether, participants, patienceMs)
  const at = performance.now()
  const losses = hasCome ? [] : notAtRest(participants)
  for (const each of participants)
    losses.push(...faultsOn(`on the screen of ${each.name}`, boardOf(each), participants))
  const onDisk = await kept()
  losses.push(...faultsOn('on the server', onDisk, participants))
  if (!areAlike([onDisk, ...participants.map(boardOf)]))
    losses.push('what the server has is not what the clients show')
  for (const each of participants) await each.close()
  await stop()
  if (!areAlike([onDisk, await kept()])) losses.push('the board that was put away is another')
  return { losses, at }
}

function faultsOn(where: string, board: Board, participants: readonly Participant[]): string[] {
  const texts = textsIn(board)
  const faults = participants.flatMap(({ log, name, client }) =>
    log
      .faults(log.count, (place) => typedIn(place, client, texts.get(place.id) ?? ''))
      .map((fault) => `${where}, of ${name}: ${fault}`),
  )
  const places = new Map(participants.flatMap(({ log }) => log.places).map((place) => [place.id, place]))
  for (const [id, text] of texts) {
    const place = places.get(id)
    const foreign = place ? foreignIn(place, participants.length, text) : text.replace(/[#*\n\d:]/gu, '')
    if (foreign !== '') faults.push(`${where}: nobody typed ”${foreign.slice(0, 80)}” in ${id}`)
  }
  return faults
}

function isAtRest({ session }: Participant): boolean {
  return session?.view.badge.kind === 'on-server'
}

function notAtRest(participants: readonly Participant[]): string[] {
  return participants.map(({ name, session }) => {
    const view = session?.view
    return `${name} does not come to rest: ${JSON.stringify(view?.badge)}, ${view?.trouble ?? 'no trouble'}`
  })
}

function boardOf({ session }: Participant): Board {
  if (!session) throw new Error('a tab is closed that is to be compared')
  return readBoard(session.doc)
}

function areAlike(boards: readonly Board[]): boolean {
  const [first, ...others] = boards.map((board) => JSON.stringify(board))
  return others.every((other) => other === first)
}

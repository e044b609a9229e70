import type { IncomingMessage } from 'node:http'
import type { Asker, Deps, LiveBoards } from '../usecases/deps.ts'
import { ProblemError } from '../problems.ts'
import { admitToBoard, readState } from '../usecases/workshop/admit-to-board.ts'
import type { Admission, Boards } from './boards/open-boards.ts'
import type { Oversight } from './oversight.ts'

/** Who knocks: by the cookies of a websocket's request. */
export type Knock = { readonly asker: Asker; readonly secret: string | undefined }

/** The door of the boards: who may come in is for the use cases; what a board is told first is how its workshop stands. */
export function boardDoor(
  deps: () => Deps,
  knockOf: (request: IncomingMessage) => Promise<Knock>,
): (request: IncomingMessage, groupId: string) => Promise<Admission> {
  return async (request, groupId) => {
    const { asker, secret } = await knockOf(request)
    try {
      const admission = await admitToBoard(deps(), asker, { groupId, secret })
      const sessionId = admission.hand === '' ? asker.sessionId : null
      return { ok: true, ...admission, sessionId, greeting: () => greetingFor(deps(), groupId) }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      return { ok: false, status: error.status === 403 ? 403 : error.status === 404 ? 404 : 401 }
    }
  }
}

/** The live boards, as use cases know them. */
export function liveBoards(
  boards: Boards,
  oversight: Oversight,
  deps: () => Deps,
  onTrouble: (error: unknown) => void,
): LiveBoards {
  // One after the other, so that whoever is told last is told how it stands last.
  let telling = Promise.resolve()
  const then = (work: () => Promise<void>) => {
    telling = telling.then(work).catch(onTrouble)
  }
  return {
    board: boards.content,
    devices: boards.presence,
    tell(groupIds) {
      oversight.changed(groupIds)
      then(async () => {
        for (const groupId of groupIds) {
          if (boards.isVisited(groupId)) boards.push(groupId, await greetingFor(deps(), groupId))
        }
      })
    },
    takeIn(groupIds) {
      then(async () => {
        for (const groupId of groupIds) await boards.takeIn(groupId)
        // Only now do the boards that are open show what has come.
        oversight.changed(groupIds)
      })
    },
    letGo: (seatId) => boards.letGo({ seatId }),
  }
}

async function greetingFor(deps: Deps, groupId: string) {
  return { kind: 'state', state: (await readState(deps, groupId)) ?? null }
}

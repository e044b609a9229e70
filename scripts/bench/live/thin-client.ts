import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addCard, textAt } from '../../../server/board/write-on-board.ts'
import { BOARD_FORM } from '../../../server/domain/workshop/board-form.ts'
import { messagesAbout, readMessage } from '../../../web/workshop/board/board-protocol.ts'

/** Who writes, and where: at a board of ours, or at the bare relay, which knows groups only. */
export type Writer = {
  readonly kind: 'board' | 'relay'
  readonly port: number
  readonly groupId: string
  readonly hand: string
  readonly cookie: string
  readonly device: string
}

/** A document that types and takes in: the same work for whatever is between it and the others. */
export type ThinClient = {
  readonly doc: Y.Doc
  /** A letter at the end of one's own card. Gives up to where one has written then. */
  readonly type: () => number
  /** Up to where another's writing is here. */
  readonly has: (client: number) => number
  onTakenIn: () => void
  readonly close: () => void
}

const SERVER = Symbol('from the server')
const MOST_LETTERS = 120
const LETTERS = 'kunna visa den boende respekt '

/** Connects; it is there when everything that stood on the board has come. */
export async function openThinClient(writer: Writer): Promise<ThinClient> {
  const { kind, port, groupId, hand, cookie, device } = writer
  const doc = new Y.Doc()
  const say = messagesAbout(groupId)
  const address = kind === 'board' ? `live/boards/${groupId}?form=${BOARD_FORM}&device=${device}` : groupId
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${address}`, { headers: { cookie } })
  const pen = { doc, hand, newId: () => crypto.randomUUID() }
  let card = ''
  const client: ThinClient = {
    doc,
    type() {
      if (card === '' || (textAt(doc, 'cards', card)?.length ?? 0) >= MOST_LETTERS)
        card = addCard(pen, { kind: 'skills', text: '' })
      const text = textAt(doc, 'cards', card)
      text?.insert(text.length, LETTERS[text.length % LETTERS.length] ?? ' ')
      return Y.getState(doc.store, doc.clientID)
    },
    has: (other) => Y.getState(doc.store, other),
    onTakenIn: () => undefined,
    close: () => socket.terminate(),
  }
  const takeIn = (update: Uint8Array) => {
    Y.applyUpdate(doc, update, SERVER)
    client.onTakenIn()
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== SERVER) socket.send(kind === 'board' ? say.update(update) : update)
  })
  socket.on('open', () => kind === 'board' && socket.send(say.token()))
  await new Promise<void>((resolve, reject) => {
    socket.on('close', (code, reason) => reject(new Error(`closed with ${code} ${reason.toString()}`)))
    if (kind === 'relay') {
      socket.on('message', (bytes: Buffer) => bytes.length > 1 && takeIn(bytes))
      return socket.on('open', resolve)
    }
    socket.on('message', (bytes: Buffer) => {
      const message = readMessage(bytes)
      if (message?.kind === 'authenticated') socket.send(say.step1(Y.encodeStateVector(doc)))
      if (message?.kind === 'step1') socket.send(say.step2(Y.encodeStateAsUpdate(doc, message.stateVector)))
      if (message?.kind === 'update') takeIn(message.update)
      if (message?.kind === 'step2') {
        takeIn(message.update)
        resolve()
      }
    })
  })
  return client
}

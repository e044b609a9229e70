/** What a board needs of the world around it; tests give it their own. */
export type Surroundings = {
  /** Milliseconds since 1970, by the device's clock. */
  readonly now: () => number
  /** Runs something later; gives the function that calls it off. */
  readonly later: (run: () => void, ms: number) => () => void
  /** Runs something before the next picture is drawn. */
  readonly nextFrame: (run: () => void) => void
  /** At least 0 and below 1. */
  readonly random: () => number
  readonly newId: () => string
  readonly openWire: OpenWire
  /** Tells when there is a reason to try the network again, or to hurry. Gives the function that stops. */
  readonly watch: (happened: (happening: Happening) => void) => () => void
}

/** `back`: the network is there again, or the page is being looked at; `leaving`: it may be gone in a moment. */
export type Happening = 'back' | 'leaving'

export type Wire = { readonly send: (message: Uint8Array) => void; readonly close: () => void }
export type Ear = {
  readonly opened: () => void
  readonly heard: (message: Uint8Array) => void
  readonly closed: (code: number, reason: string) => void
}
export type OpenWire = (address: string, ear: Ear) => Wire

/** The browser's WebSocket, or any that is like it, such as that of `ws`. */
type SocketLike = {
  binaryType: string
  send: (data: Uint8Array<ArrayBuffer>) => void
  close: () => void
  addEventListener: (
    kind: 'open' | 'message' | 'close' | 'error',
    heard: (event: { data?: unknown; code?: number; reason?: string }) => void,
  ) => void
}

/** Wires over a WebSocket. */
export const wiresOver =
  (open: (address: string) => unknown): OpenWire =>
  (address, ear) => {
    const socket = open(address) as SocketLike
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => ear.opened())
    socket.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) ear.heard(new Uint8Array(data))
    })
    socket.addEventListener('close', ({ code = 1006, reason = '' }) => ear.closed(code, reason))
    // A close follows on every error; a listener is there because that of `ws` would otherwise throw.
    socket.addEventListener('error', () => undefined)
    return {
      send: (message) => socket.send(message as Uint8Array<ArrayBuffer>),
      close: () => socket.close(),
    }
  }

/** The browser. */
export const browserSurroundings = (): Surroundings => ({
  now: () => Date.now(),
  later(run, ms) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  nextFrame(run) {
    requestAnimationFrame(run)
  },
  random: () => Math.random(),
  newId: () => crypto.randomUUID(),
  openWire: wiresOver((address) => new WebSocket(address)),
  watch(happened) {
    const back = () => happened('back')
    const leaving = () => happened('leaving')
    const seen = () => (document.visibilityState === 'visible' ? back() : leaving())
    addEventListener('online', back)
    addEventListener('pageshow', back)
    addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', seen)
    return () => {
      removeEventListener('online', back)
      removeEventListener('pageshow', back)
      removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', seen)
    }
  },
})

/** The address of a group's live board on the server that the page came from. */
export function liveAddress(
  origin: string,
  board: { readonly groupId: string; readonly form: number; readonly deviceId: string },
): string {
  const address = new URL(`/live/boards/${board.groupId}`, origin)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.searchParams.set('form', String(board.form))
  address.searchParams.set('device', board.deviceId)
  return address.href
}

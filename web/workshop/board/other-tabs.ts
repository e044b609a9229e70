import type { OtherTabs } from './board-session.ts'

const NEWCOMER = 'newcomer'

/** Over a BroadcastChannel of the board's name. */
export function openOtherTabs(board: string): OtherTabs {
  const channel = new BroadcastChannel(`profilverkstad-board:${board}`)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no such argument
  const post = (message: unknown) => channel.postMessage(message)
  return {
    tell: post,
    listen(hear, whole) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (data === NEWCOMER) post(whole())
        // That of another realm is no instance of this one's class.
        else if (ArrayBuffer.isView(data)) hear(data as Uint8Array)
      })
      post(NEWCOMER)
    },
    close: () => channel.close(),
  }
}

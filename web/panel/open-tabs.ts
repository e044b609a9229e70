import type { OutboxPorts } from './acts/act-outbox.ts'

/** This person's other tabs, over a BroadcastChannel; none where the browser has no channels. */
export function openTabs(me: string): OutboxPorts['tabs'] {
  if (!('BroadcastChannel' in globalThis)) return { tell: () => undefined, listen: () => () => undefined }
  const channel = new BroadcastChannel(`profilverkstad-panel:${me}`)
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no such argument
    tell: () => channel.postMessage('changed'),
    listen(hear) {
      channel.addEventListener('message', hear)
      return () => channel.close()
    },
  }
}

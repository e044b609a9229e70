/** Tells those who watch over workshops that something in a group is another now: what, they read for themselves. */
export type Oversight = {
  readonly changed: (groupIds: readonly string[]) => void
  /** Gives the function that stops watching. */
  readonly watch: (watcher: (groupIds: readonly string[]) => void) => () => void
}

export function openOversight(): Oversight {
  const watchers = new Set<(groupIds: readonly string[]) => void>()
  return {
    changed(groupIds) {
      for (const watcher of watchers) watcher(groupIds)
    },
    watch(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
}

/** Work that is asked for in bursts. */
export type Paced = {
  /** Asks for the work. */
  readonly ask: () => void
  /** What has been asked for is not done. */
  readonly stop: () => void
}

/**
 * Does the work soon after it is asked for, and however often it is asked for, never sooner than `restMs` after the last time
 * was done. What is asked for while it is being done is done once more: it may know of what the former did not.
 * `work` takes care of its own errors. Times in milliseconds.
 */
export function paced(
  work: () => Promise<void>,
  { soonMs, restMs }: { readonly soonMs: () => number; readonly restMs: number },
): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isBusy = false
  let isAsked = false
  let rested = 0
  const begin = (inMs: number) => {
    timer = setTimeout(() => {
      timer = undefined
      isBusy = true
      isAsked = false
      void work().finally(() => {
        isBusy = false
        rested = Date.now() + restMs
        if (isAsked) begin(restMs)
      })
    }, inMs)
  }
  return {
    ask() {
      isAsked = true
      if (!isBusy && timer === undefined) begin(Math.max(soonMs(), rested - Date.now()))
    },
    stop() {
      isAsked = false
      clearTimeout(timer)
      timer = undefined
    },
  }
}

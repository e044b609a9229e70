/**
 * Keeps the screen lit while the page is seen, where the browser can. It lets go whenever the page is hidden, so it is
 * asked again each time the page comes back. Gives the function that stops.
 */
export function stayAwake(): () => void {
  let held: WakeLockSentinel | undefined
  let isOver = false
  const ask = async () => {
    if (isOver || document.visibilityState !== 'visible') return
    try {
      held = await navigator.wakeLock.request('screen')
      if (isOver) await held.release()
    } catch {
      // Low battery, a policy, or a browser without it: the screen is then as awake as its owner has set it.
    }
  }
  const again = () => void ask()
  document.addEventListener('visibilitychange', again)
  void ask()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', again)
    void held?.release()
  }
}

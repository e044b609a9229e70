type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>

/** Where the keys mean something already. */
const TAKEN = 'input, textarea, select, button, a, summary, wa-button, wa-dialog'

/** What a key does on the page of a replay: so many steps on, to an end, or play and pause. Undefined for all others. */
export function stepAfterKey(pressed: Pressed): 1 | -1 | 'first' | 'last' | 'toggle' | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.shiftKey) return undefined
  if (isTaken(pressed.target)) return undefined
  switch (pressed.key) {
    case 'ArrowRight':
      return 1
    case 'ArrowLeft':
      return -1
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    case ' ':
      return 'toggle'
    default:
      return undefined
  }
}

function isTaken(target: EventTarget | null): boolean {
  return target !== null && 'closest' in target && (target as Element).closest(TAKEN) !== null
}

/** What a facilitator can do by keys. */
export type Stroke =
  { readonly act: 'pause' | 'add' | 'help' } | { readonly act: 'look-in'; readonly group: number }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** G waits so long for its number. */
const PATIENCE_MS = 2_000

/** Reads what the keys mean, one at a time: `P`, `+`, `?`, and `G` with a group's number. Undefined for all others. */
export function strokeReader(): (pressed: Pressed, at: number) => Stroke | undefined {
  let sinceG = Number.NEGATIVE_INFINITY
  return ({ key, ctrlKey, metaKey, altKey }, at) => {
    if (ctrlKey || metaKey || altKey) return undefined
    const afterG = at - sinceG < PATIENCE_MS
    sinceG = key.toLowerCase() === 'g' ? at : Number.NEGATIVE_INFINITY
    if (afterG && /^[1-9]$/u.test(key)) return { act: 'look-in', group: Number(key) }
    if (key.toLowerCase() === 'p') return { act: 'pause' }
    if (key === '+') return { act: 'add' }
    return key === '?' ? { act: 'help' } : undefined
  }
}

/** Whether somebody is writing or choosing where the key was pressed: a letter means that letter there. */
export function isInField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, wa-input, wa-textarea, wa-dialog') !== null
  )
}

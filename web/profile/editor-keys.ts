import { findItem, type ChildKind } from '../../server/domain/profile/items.ts'
import { adviceKey } from '../controllers/coach.ts'
import { fieldId, type EditorContext } from './editor-context.ts'
import { moveByStep } from './row-menu.ts'
import { takeAdvice } from './take-advice.ts'

/**
 * The editor's keys within a list of rows. Alt ↑ ↓ moves the row, ↑ ↓ at a field's first or last line goes to the
 * next field, Alt Enter takes the coach's first advice, F8 goes to the next advice. Nothing needs them.
 */
export function onEditorKey(host: HTMLElement, event: KeyboardEvent, context: EditorContext): void {
  const area = event.target
  if (!(area instanceof HTMLTextAreaElement) || event.isComposing) return
  const row = area.closest<HTMLElement>('[data-item]')
  const [itemId, kind] = [row?.dataset.item, row?.dataset.kind as ChildKind | undefined]
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (event.altKey && step !== 0 && itemId && kind) {
    event.preventDefault()
    moveByStep(host, context, kind, itemId, step)
    void refocus(host, area.id)
  } else if (event.altKey && event.key === 'Enter' && itemId) {
    const [finding] = context.advice.get(adviceKey(itemId, area.id.slice(0, area.id.indexOf('-')))) ?? []
    if (finding?.fix) {
      event.preventDefault()
      takeAdvice(host, context, finding)
    }
  } else if (event.key === 'F8') {
    event.preventDefault()
    focusNextAdvice(host, context, area, event.shiftKey ? -1 : 1)
  } else if (step !== 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey && isAtEdge(area, step)) {
    const next = neighbour(host, area, step)
    if (next) {
      event.preventDefault()
      next.focus()
    }
  }
}

/** A row that has moved is drawn anew in its new place; the person who moved it goes with it. */
async function refocus(host: HTMLElement, id: string): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  host.querySelector<HTMLElement>(`[id="${id}"]`)?.focus()
}

function isAtEdge(area: HTMLTextAreaElement, step: number): boolean {
  if (area.selectionStart !== area.selectionEnd) return false
  return step < 0 ? area.selectionStart === 0 : area.selectionStart === area.value.length
}

function fields(host: HTMLElement): HTMLTextAreaElement[] {
  return [...host.querySelectorAll<HTMLTextAreaElement>('pv-wording-field textarea')]
}

function neighbour(
  host: HTMLElement,
  area: HTMLTextAreaElement,
  step: number,
): HTMLTextAreaElement | undefined {
  const all = fields(host)
  return all[all.indexOf(area) + step]
}

function focusNextAdvice(
  host: HTMLElement,
  { advice, profile }: EditorContext,
  from: HTMLTextAreaElement,
  step: 1 | -1,
): void {
  const advised = new Set(
    [...advice.values()]
      .flat()
      .filter(({ itemId }) => findItem(profile, itemId))
      .map(({ itemId, field }) => fieldId(itemId, field)),
  )
  const all = fields(host)
  const at = all.indexOf(from)
  const turned = [...all.slice(at + 1), ...all.slice(0, at)]
  const next = (step > 0 ? turned : turned.toReversed()).find(({ id }) => advised.has(id))
  next?.focus()
}

import type * as Y from 'yjs'
import { bindField } from '../board/bind-field.ts'
import type { Writing } from './desk.ts'

/**
 * For `ref()` on a field: binds whatever field is drawn to a text of the board, and lets go when it is drawn no more.
 */
export function bindingTo(find: () => { text: Y.Text | undefined; writing: Writing | null }) {
  let release: (() => void) | undefined
  let bound: Element | undefined
  return (field?: Element): void => {
    if (field === bound) return
    release?.()
    release = undefined
    bound = field
    const { text, writing } = find()
    const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    if (isField && text && writing) release = bindField(field, text, writing)
  }
}

import type { ChildKind } from '../../server/domain/profile/items.ts'
import { fire } from '../events.ts'
import type { EditorContext } from './editor-context.ts'
import { dropPlace } from './places.ts'

type Dragged = { readonly kind: ChildKind; readonly id: string }

/** What is being dragged in this window; the browser does not show it to a page while it is over it. */
let dragged: Dragged | undefined

/** Attributes of a grip that an item is dragged by. The same moves can be made by keys and from its menu. */
export function startDrag(event: DragEvent, item: Dragged): void {
  dragged = item
  event.dataTransfer?.setData('text/plain', item.id)
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
  const row = (event.target as HTMLElement).closest('[data-item]')
  if (row) event.dataTransfer?.setDragImage(row, 12, 12)
}

/** Listeners of the list that items are dropped in; rows name their item in `data-item` and their kind in `data-kind`. */
export function dropTarget(host: HTMLElement, context: () => EditorContext) {
  const clear = () =>
    host
      .querySelectorAll('.drop-before, .drop-after')
      .forEach((row) => row.classList.remove('drop-before', 'drop-after'))
  const aim = (event: DragEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')
    const onId = row?.dataset.item
    if (!row || !onId || !dragged || onId === dragged.id) return undefined
    const { top, height } = row.getBoundingClientRect()
    const half = event.clientY < top + height / 2 ? 'before' : 'after'
    const place = dropPlace(context().profile, dragged.kind, onId, half)
    return place && ({ row, half: place.parentId === onId ? 'after' : half, place } as const)
  }
  return {
    dragover(event: DragEvent) {
      const target = aim(event)
      clear()
      if (!target) return
      event.preventDefault()
      target.row.classList.add(`drop-${target.half}`)
    },
    drop(event: DragEvent) {
      const target = aim(event)
      clear()
      if (!target || !dragged) return
      event.preventDefault()
      const command = {
        act: 'move',
        itemKind: dragged.kind,
        itemId: dragged.id,
        place: target.place,
      } as const
      fire(host, 'draft-edited', { command })
    },
    dragend() {
      clear()
      dragged = undefined
    },
  }
}

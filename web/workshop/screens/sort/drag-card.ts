type Drag = {
  readonly cardId: string
  /** Told over which place the card is; null for none. */
  readonly over: (place: HTMLElement | null) => void
  readonly drop: (place: HTMLElement) => void
}

/** So far a pointer wanders while somebody only clicks. */
const SLACK_PX = 6

/**
 * Dragging a card with a mouse or a pen. Places to drop it in have `data-drop`. A finger scrolls instead: there the
 * buttons do the same. Esc lets go.
 */
export function dragCard(event: PointerEvent, { over, drop }: Drag): void {
  const card = (event.currentTarget as HTMLElement).closest<HTMLElement>('.card')
  const isOnControl = (event.target as HTMLElement).closest('button, a, input, textarea, select')
  if (!card || isOnControl || event.pointerType === 'touch' || event.button !== 0) return
  const from = { x: event.clientX, y: event.clientY }
  let lifted: { readonly shadow: HTMLElement; readonly left: number; readonly top: number } | null = null
  let place: HTMLElement | null = null

  const move = (moved: PointerEvent) => {
    const [dx, dy] = [moved.clientX - from.x, moved.clientY - from.y]
    if (!lifted && Math.hypot(dx, dy) < SLACK_PX) return
    lifted ??= lift(card)
    lifted.shadow.style.translate = `${dx}px ${dy}px`
    const under = document.elementFromPoint(moved.clientX, moved.clientY)
    const next = under?.closest<HTMLElement>('[data-drop]') ?? null
    if (next !== place) over(next)
    place = next
  }
  const end = (isDropped: boolean) => {
    stopping.abort()
    card.classList.remove('lifted')
    lifted?.shadow.remove()
    over(null)
    if (isDropped && lifted && place) drop(place)
  }
  const stopping = new AbortController()
  const { signal } = stopping
  addEventListener('pointermove', move, { signal })
  addEventListener('pointerup', () => end(true), { signal })
  addEventListener('pointercancel', () => end(false), { signal })
  addEventListener('keydown', (key) => key.key === 'Escape' && end(false), { signal })
}

function lift(card: HTMLElement) {
  const { left, top, width } = card.getBoundingClientRect()
  const shadow = card.cloneNode(true) as HTMLElement
  shadow.removeAttribute('id')
  shadow.setAttribute('aria-hidden', 'true')
  shadow.classList.add('dragged')
  shadow.style.left = `${left}px`
  shadow.style.top = `${top}px`
  shadow.style.width = `${width}px`
  card.classList.add('lifted')
  card.ownerDocument.body.append(shadow)
  getSelection()?.removeAllRanges()
  return { shadow, left, top }
}

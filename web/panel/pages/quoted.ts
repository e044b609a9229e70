/** Words that are selected in an item's wording. */
export type Quoted = { readonly itemId: string; readonly words: string }

/** As long as a quote may be, by the schema of the request. */
const LONGEST = 2_000

/** What is selected, where that is within one wording below an element; null for anything else. */
export function quotedIn(page: Element, selection: Selection | null): Quoted | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const [from, to] = [wordingAround(selection.anchorNode), wordingAround(selection.focusNode)]
  const itemId = from?.closest<HTMLElement>('[data-item]')?.dataset.item
  if (!from || from !== to || !page.contains(from) || itemId === undefined) return null
  const words = wordsIn(selection).replace(/\s+/gu, ' ').trim()
  return words === '' || words.length > LONGEST ? null : { itemId, words }
}

/** Without words that are struck, and without what only screen readers are told. */
function wordsIn(selection: Selection): string {
  const range = selection.getRangeAt(0)
  const around = range.commonAncestorContainer
  if ((around instanceof Element ? around : around.parentElement)?.closest('del, .sr')) return ''
  const copy = range.cloneContents()
  for (const unsaid of copy.querySelectorAll('del, .sr')) unsaid.remove()
  return copy.textContent ?? ''
}

function wordingAround(node: Node | null): Element | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element?.closest('.quotable') ?? null
}

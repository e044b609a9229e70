/**
 * Where one writes while a screen is drawn anew: a row that is put in another place, by whomever, loses the focus on its
 * way, and whoever writes in it is to write on.
 */
export class HeldFocus {
  #held: { readonly area: HTMLTextAreaElement; readonly start: number; readonly end: number } | null = null

  /** Between taking hold and letting go nobody has left a field, whatever the browser says. */
  get isHolding(): boolean {
    return this.#held !== null
  }

  takeHold(within: HTMLElement): void {
    const area = document.activeElement
    if (!(area instanceof HTMLTextAreaElement) || !within.contains(area)) return
    this.#held = { area, start: area.selectionStart, end: area.selectionEnd }
  }

  letGo(): void {
    const held = this.#held
    this.#held = null
    if (!held || !held.area.isConnected || document.activeElement === held.area) return
    held.area.focus({ preventScroll: true })
    held.area.setSelectionRange(held.start, held.end)
  }
}

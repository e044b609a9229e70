const KEPT = 'profilverkstad.single-keys'

/** Whether keys of one letter or figure do something: those who dictate or whose hands shake can switch them off. */
export function hasSingleKeys(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

export function setSingleKeys(isOn: boolean): void {
  localStorage.setItem(KEPT, isOn ? 'on' : 'off')
}

/** Whether a key is meant for a field or a dialog, and not for the page. */
export function isForField({ target }: Event): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog',
    ) !== null
  )
}

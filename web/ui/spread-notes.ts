const GAP = 4

/**
 * Moves each note in the margin as far down as those above it reach: beside its wording where there is room, and
 * never upon another note. On a narrow screen the notes stand in the text, where nothing can overlap.
 */
export function spreadNotes(root: ParentNode): void {
  const notes = [...root.querySelectorAll<HTMLElement>('.side')]
  for (const note of notes) note.style.top = ''
  const places = notes.map((note) => ({
    note,
    top: note.getBoundingClientRect().top,
    height: note.scrollHeight,
  }))
  if (notes.some(({ offsetHeight }) => offsetHeight > 0)) return
  let free = -Infinity
  for (const { note, top, height } of places) {
    const shift = Math.max(0, free - top)
    if (shift > 0) note.style.top = `${shift}px`
    free = top + shift + height + GAP
  }
}

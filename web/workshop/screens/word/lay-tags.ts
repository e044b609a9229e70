/** A caret as it is measured in its field: its own place, and how wide its name is. In pixels from the field's top left. */
export type MeasuredCaret = {
  readonly key: string
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly tagWidth: number
}
export type Tag = { readonly key: string; readonly left: number; readonly top: number }

const GAP = 3

/**
 * Where the names of carets stand: under their line, in the space between the lines, never upon words. Where two names
 * of a line would meet, the later one steps aside, to the right as long as there is room, else to the left. `floor` is
 * set where the lines stand too close for names: then all of them stand below the last line.
 */
export function layTags(carets: readonly MeasuredCaret[], width: number, floor?: number): Tag[] {
  const laid: (Tag & { readonly right: number })[] = []
  for (const { key, x, bottom, tagWidth } of [...carets].sort((a, b) => a.bottom - b.bottom || a.x - b.x)) {
    const top = floor ?? bottom
    const onLine = laid.filter((tag) => Math.abs(tag.top - top) < 2)
    const fits = (left: number) =>
      left >= 0 &&
      left + tagWidth <= width &&
      onLine.every((tag) => left >= tag.right + GAP || left + tagWidth + GAP <= tag.left)
    const wished = Math.max(0, Math.min(x, width - tagWidth))
    const places = [
      wished,
      ...onLine.map(({ right }) => right + GAP),
      ...onLine.map((tag) => tag.left - GAP - tagWidth),
    ]
    const nearest = places.filter(fits).sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished))
    const left = nearest[0] ?? wished
    laid.push({ key, left, top, right: left + tagWidth })
  }
  return laid.map(({ key, left, top }) => ({ key, left, top }))
}

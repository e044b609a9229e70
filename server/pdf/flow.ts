import { AREA } from './measures.ts'
import type { Page } from './page.ts'

/** Something of a known height that is painted at a height on a page. */
export type Strip = { readonly height: number; readonly paint: (page: Page, y: number) => void }

/** What is never parted by a page break: a few lines, with what stands beside them. */
export type Row = Strip & {
  /** Space before the row; a row that begins a page has none. */
  readonly before: number
  /** Stays on the page of the next row. */
  readonly keep: boolean
  /** Stands in the margin beside the row; notes yield to one another. */
  readonly note?: Strip
  /** Is painted first when the row begins a page, as the head of a table is. */
  readonly head?: Strip
}

export type Section = {
  /** What the page's header says. */
  readonly heading: string
  /** A module's number. */
  readonly module?: number
  /** page: begins one. third: begins one if more than a third of the page is used. flow: goes on. */
  readonly start: 'page' | 'third' | 'flow'
  /** Space before it, when it goes on. */
  readonly before: number
  readonly rows: readonly Row[]
}

export type Placed = { readonly strip: Strip; readonly y: number }
export type PlannedPage = { readonly sections: Section[]; readonly strips: Placed[] }

const NOTE_GAP = 6

/** Places sections on pages. Nothing is painted yet, so that the contents can name pages that come after them. */
export function paginate(sections: readonly Section[]): PlannedPage[] {
  const pages: PlannedPage[] = []
  let y = AREA.bottom
  let sheet = makeSheet()

  const turn = () => {
    if (pages.length > 0) sheet.finish()
    const page: PlannedPage = { sections: [], strips: [] }
    pages.push(page)
    sheet = makeSheet(page.strips)
    y = AREA.top
  }
  const place = (section: Section, rows: readonly Row[], space: number) => {
    const page = pages.at(-1)
    if (page && page.sections.at(-1) !== section) page.sections.push(section)
    rows.forEach((row, index) => {
      if (y === AREA.top && row.head) y += sheet.put(row.head, y)
      if (y > AREA.top) y += index === 0 ? Math.max(space, row.before) : row.before
      y += sheet.put(row, y)
    })
  }
  const fits = (rows: readonly Row[], space: number) => {
    const head = y === AREA.top ? (rows[0]?.head?.height ?? 0) : 0
    const height = rows.reduce((sum, row, at) => sum + row.height + (at > 0 ? row.before : 0), head)
    return y + space + height <= AREA.bottom + 0.01 && sheet.holds(rows, y + space)
  }

  for (const section of sections) {
    const used = (y - AREA.top) / (AREA.bottom - AREA.top)
    if (section.rows.length === 0) continue
    if (pages.length === 0 || section.start === 'page' || (section.start === 'third' && used > 1 / 3)) turn()
    let space = section.before
    for (const chunk of chunksOf(section.rows)) {
      const before = y === AREA.top ? 0 : Math.max(space, chunk[0]?.before ?? 0)
      if (fits(chunk, before)) place(section, chunk, space)
      else {
        if (y > AREA.top) turn()
        for (const part of fits(chunk, 0) ? [chunk] : chunk.map((row) => [row])) {
          if (!fits(part, part[0]?.before ?? 0) && y > AREA.top) turn()
          place(section, part, 0)
        }
      }
      space = 0
    }
  }
  if (pages.length > 0) sheet.finish()
  return pages
}

/** Rows that hold together: each is kept with the next but the last. */
function chunksOf(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = []
  let open = false
  for (const row of rows) {
    if (open) chunks.at(-1)?.push(row)
    else chunks.push([row])
    open = row.keep
  }
  return chunks
}

type Note = { readonly strip: Strip; readonly wanted: number; readonly after: number }

/**
 * One page being filled. Notes stand beside their rows, move down when the one before is in the way, and up when the
 * page ends.
 */
function makeSheet(strips: Placed[] = []) {
  const notes: Note[] = []

  return {
    put(strip: Strip & { readonly note?: Strip }, y: number): number {
      strips.push({ strip, y })
      if (strip.note) notes.push({ strip: strip.note, wanted: y, after: strips.length })
      return strip.height
    },
    /** Whether the notes of further rows find room in the margin too. */
    holds(rows: readonly Row[], top: number): boolean {
      const more: Note[] = []
      let y = top
      rows.forEach((row, index) => {
        if (index > 0) y += row.before
        if (row.note) more.push({ strip: row.note, wanted: y, after: 0 })
        y += row.height
      })
      return more.length === 0 || (settle([...notes, ...more])[0] ?? AREA.top) >= AREA.top - 0.01
    },
    /** Puts the notes among the strips, each after its row: that is the order of reading. */
    finish(): void {
      const heights = settle(notes)
      for (let at = notes.length - 1; at >= 0; at--) {
        const { strip, after } = notes[at] as Note
        strips.splice(after, 0, { strip, y: heights[at] ?? AREA.top })
      }
    },
  }
}

/** Where notes stand: as near their rows as they can without meeting or leaving the page. */
function settle(notes: readonly Note[]): number[] {
  let free = Number.NEGATIVE_INFINITY
  const heights = notes.map(({ strip, wanted }) => {
    const y = Math.max(wanted, free)
    free = y + strip.height + NOTE_GAP
    return y
  })
  let limit = AREA.bottom
  for (let at = notes.length - 1; at >= 0; at--) {
    const y = Math.min(heights[at] ?? 0, limit - (notes[at]?.strip.height ?? 0))
    heights[at] = y
    limit = y - NOTE_GAP
  }
  return heights
}

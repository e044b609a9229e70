import type { PlannedPage, Row, Section } from '../flow.ts'
import { ADDRESS, AREA, mm, WORDING } from '../measures.ts'
import type { Paper } from '../print-job.ts'
import { textRows, type MarkedRun } from '../rows.ts'
import { EDGE, INK, rise } from '../styles.ts'
import { tag } from '../tagged.ts'
import { setLines, widthOf } from '../type/set-lines.ts'
import { openSection, type Entry, type ListedSection } from './section-head.ts'

const ABOVE = mm(1.5)

/**
 * The contents: each line leads to its section. Pages are asked for while painting, when all of them are known.
 */
export function contentsSection(
  paper: Paper,
  entries: readonly Entry[],
  pageOf: (place: string) => number,
): Section {
  const { texts, styles } = paper
  const title = texts.text('contents')
  const { sect, rows } = openSection(paper, { place: 'contents', title, attributes: {} })
  const list = tag('TOC', sect)
  const column = { x: WORDING.x, width: WORDING.width }
  const top: Row = {
    before: mm(4),
    height: 0,
    keep: true,
    paint: (page, y) => page.decoration().rule(AREA.left, y, AREA.right - AREA.left, 1, INK),
  }
  const lines = entries.flatMap((entry, index): Row[] => {
    const item = tag('TOCI', list)
    const link = tag('Link', tag('Reference', item), entry.attributes)
    const runs: MarkedRun[] = [
      { text: entry.title, style: styles.outcome },
      ...(entry.aside ? [{ text: `\u00A0 \u00A0${entry.aside}`, style: styles.note }] : []),
    ]
    const text = textRows({
      tag: link,
      text: runs,
      style: styles.outcome,
      column,
      before: ABOVE,
      ...(entry.number && {
        label: { tag: link, text: entry.number, style: styles.entryNumber, x: ADDRESS.x },
      }),
    })
    return text.map((row, at) => ({
      ...row,
      keep: at < text.length - 1 || index === entries.length - 2,
      height: row.height + (at === text.length - 1 ? ABOVE : 0),
      paint: (page, y) => {
        const ends = at === text.length - 1
        row.paint(page, y)
        if (!ends) return
        const number = `${pageOf(entry.place)}`
        const [set] = setLines([{ text: number, style: styles.entryPage }], mm(20))
        const baseline = y + row.height - styles.outcome.leading + rise(styles.outcome)
        if (set) page.tagged(link).line(set, AREA.right - widthOf(number, styles.entryPage), baseline)
        page.decoration().rule(AREA.left, y + row.height + ABOVE, AREA.right - AREA.left, 0.3, EDGE)
        const name = entry.number ? `${entry.number} ${entry.title}` : entry.title
        const box = { x: AREA.left, y, width: AREA.right - AREA.left, height: row.height }
        page.link(
          link,
          box,
          { place: entry.place },
          texts.text('contentsLink', { title: name, page: number }),
        )
      },
    }))
  })
  return { heading: title, start: 'page', before: 0, rows: [...rows, top, ...lines] }
}

/** The page on which each section begins, counted from the first one given, by its place. */
export function firstPagesOf(
  sections: readonly ListedSection[],
  pages: readonly PlannedPage[],
): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  pages.forEach((page, at) => {
    for (const section of page.sections) {
      const listed = sections.find((each) => each === section)
      if (listed && !first.has(listed.entry.place)) first.set(listed.entry.place, at)
    }
  })
  return first
}

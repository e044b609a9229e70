import type { Section, Strip, Row } from '../flow.ts'
import { ADDRESS, mm, WORDING } from '../measures.ts'
import type { Bookmark } from '../page.ts'
import type { Paper } from '../print-job.ts'
import { textRows } from '../rows.ts'
import { rise, type Style } from '../styles.ts'
import { tag, type Attributes, type Tag } from '../tagged.ts'
import { setLines } from '../type/set-lines.ts'

/** What the contents say of a section, and where they lead. */
export type Entry = {
  readonly place: string
  readonly number?: string
  readonly title: string
  readonly aside?: string
  readonly attributes: Attributes
}
export type ListedSection = Section & { readonly entry: Entry }

/** A section's beginning: its element, its title's rows, and where bookmarks of what is in it belong. */
export type Opening = {
  readonly sect: Tag
  readonly rows: readonly Row[]
  readonly bookmark: { current: Bookmark | undefined }
}

/** Opens a section with its title; a module has its number large in the first column and a note in the last. */
export function openSection({ document, styles }: Paper, entry: Entry, note?: (sect: Tag) => Strip): Opening {
  const sect = tag('Sect', document)
  const heading = tag('H2', sect, entry.attributes)
  const bookmark: Opening['bookmark'] = { current: undefined }
  const style = styles.title
  const number =
    entry.number === undefined ? undefined : bigNumber(heading, entry.number, styles.moduleNumber, style)
  const rows = textRows({
    tag: heading,
    text: entry.title,
    style,
    column: WORDING,
    keep: true,
    heading: true,
    note: note?.(sect),
    beside: (page, y) => {
      page.name(entry.place, y - mm(4))
      const title = entry.number === undefined ? entry.title : `${entry.number} ${entry.title}`
      bookmark.current = page.bookmark(title, y - mm(4), undefined)
      number?.(page, y)
    },
  })
  return { sect, rows: rows.map((row) => ({ ...row, keep: true })), bookmark }
}

/** The number shares the baseline of the title's first line; one with many figures is set smaller. */
function bigNumber(
  heading: Tag,
  number: string,
  style: Style,
  beside: Style,
): NonNullable<Parameters<typeof textRows>[0]['beside']> {
  const fitting = number.length > 2 ? beside : style
  const line = setLines([{ text: number, style: fitting }], ADDRESS.width)[0]
  return (page, y) => {
    if (line) page.tagged(heading).line(line, ADDRESS.x, y + rise(beside))
  }
}

/** A heading inside a section. */
export function subheading(
  { styles }: Paper,
  sect: Tag,
  text: string,
  before: number,
  attributes: Attributes = {},
): Row[] {
  return textRows({
    tag: tag('H3', sect, attributes),
    text,
    style: styles.subtitle,
    column: WORDING,
    before,
    keep: true,
    heading: true,
  })
}

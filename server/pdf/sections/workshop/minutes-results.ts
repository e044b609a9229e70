import { linesOf } from '../../../domain/publishing/lines.ts'
import type { Row } from '../../flow.ts'
import { ADDRESS, AREA, mm, WORDING, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import type { CompiledResults, CompiledWording, WorkshopMinutes } from './minutes-input.ts'
import { textRows } from '../../rows.ts'
import { tableRows, type Cell } from '../../tables.ts'
import { tag, type Tag } from '../../tagged.ts'
import { openSection, subheading, type ListedSection } from '../section-head.ts'

const WIDE: Column = { x: WORDING.x, width: AREA.right - WORDING.x }
const NARROW: Column = { x: WORDING.x, width: mm(84) }
const REASON: Column = { x: WORDING.x + mm(90), width: AREA.right - WORDING.x - mm(90) }

/** What the compilation took, merged and left out, each with the groups it came from. */
export function minutesResults(paper: Paper, { results, workshop }: WorkshopMinutes): ListedSection {
  const { texts, styles } = paper
  const entry = { place: 'results', title: texts.text('workshop.results'), attributes: {} }
  const { sect, rows } = openSection(paper, entry)
  const intro = textRows({
    tag: tag('P', sect),
    text: results
      ? texts.text('workshop.results.intro', {
          taken: results.taken.length,
          merged: results.merged.length,
          leftOut: results.leftOut.length,
        })
      : texts.text(workshop.isRehearsal ? 'workshop.results.rehearsal' : 'workshop.results.none'),
    style: styles.interface,
    column: WORDING,
    before: mm(3),
  })
  const tables = results ? resultTables(paper, sect, results) : []
  return { heading: entry.title, start: 'third', before: mm(14), rows: [...rows, ...intro, ...tables], entry }
}

function resultTables(paper: Paper, sect: Tag, { taken, merged, leftOut }: CompiledResults): Row[] {
  const { texts, styles, wording } = paper
  const { text } = texts
  const inDraft = [text('workshop.results.groups'), text('workshop.results.wordingInDraft')]
  const went = [
    text('workshop.results.groups'),
    text('workshop.results.wording'),
    text('workshop.results.reason'),
  ]
  const cells = (compiled: CompiledWording): Cell[] => [
    { texts: [compiled.groups.join(', ')], style: styles.digits, head: true },
    { texts: [compiled.text], style: styles.wording, attributes: wording },
  ]
  return [
    ...table(text('workshop.results.taken'), inDraft, [ADDRESS, WIDE], taken.map(cells)),
    ...table(text('workshop.results.merged'), inDraft, [ADDRESS, WIDE], merged.map(cells)),
    ...table(
      text('workshop.results.leftOut'),
      went,
      [ADDRESS, NARROW, REASON],
      leftOut.map((each) => [
        ...cells(each),
        { texts: linesOf(each.reason), style: styles.reason, attributes: wording },
      ]),
    ),
  ]

  function table(
    title: string,
    heads: readonly string[],
    columns: readonly Column[],
    rows: readonly (readonly Cell[])[],
  ): Row[] {
    if (rows.length === 0) return []
    const heading = subheading(paper, sect, title, mm(9))
    const [head, ...lines] = tableRows({
      parent: sect,
      columns,
      heads: { texts: heads, style: styles.columnHead },
      rows,
    })
    // the last row does not stand alone on a page under the heads again
    const body = lines.map((row, at) => (at === lines.length - 2 ? { ...row, keep: true } : row))
    return [...heading, ...(head ? [{ ...head, before: mm(2.5) }] : []), ...body]
  }
}

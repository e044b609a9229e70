import type { Workshop } from '../../../../schemas/types.ts'
import { shorten } from '../../furniture.ts'
import { paintMark } from '../../marks.ts'
import { AREA, mm, PAGE, type Column } from '../../measures.ts'
import type { Page } from '../../page.ts'
import { largestLines, paintLines, paintStamp } from '../../paint-lines.ts'
import type { Paper } from '../../print-job.ts'
import type { GroupSheets } from './group-sheets-input.ts'
import { INK, type Style } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { setLines } from '../../type/set-lines.ts'
import { anonymityFacts } from './anonymity-facts.ts'
import { joinHeight, paintJoin } from './sheet-join.ts'

type Group = Workshop['groups'][number]

const WIDTH = AREA.right - AREA.left
const TOP = mm(17)
const BOTTOM = PAGE.height - mm(17)
const WHO: Column = { x: AREA.left, width: mm(86) }
const OFFLINE: Column = { x: AREA.left + mm(94), width: WIDTH - mm(94) }

/**
 * One group's sheet. What names it grows downwards from the top, and what tells how to take part upwards from the
 * bottom; the question takes the largest size that finds room between them.
 */
export function paintGroupSheet(paper: Paper, input: GroupSheets, group: Group): (page: Page) => void {
  const { workshop } = input
  const { texts, styles, wording } = paper
  const { number } = group
  const place = shorten(group.place.trim(), styles.sheetPlace, WIDTH)
  return (page) => {
    const sect = tag('Sect', paper.document)
    page.bookmark(texts.text(place ? 'workshop.groupAt' : 'workshop.group', { number, place }), 0, undefined)
    const notes = noteColumns(paper, workshop)
    const notesTop = BOTTOM - Math.max(...notes.map(({ height }) => height))
    const joinTop = notesTop - mm(11) - joinHeight(paper, input)

    let y = paintWorkshop(paper, page, sect, workshop)
    const name = setLines(
      [{ text: texts.text('workshop.group', { number }), style: styles.sheetGroup }],
      WIDTH,
    )
    y = paintLines(page, tag('H1', sect), name, styles.sheetGroup, AREA.left - 3, y + mm(8))
    const where = setLines([{ text: place, style: styles.sheetPlace }], WIDTH)
    y = paintLines(page, tag('P', sect, wording), where, styles.sheetPlace, AREA.left, y + mm(4))
    if (workshop.isRehearsal) {
      const { text } = texts
      const [stamp, sentence] = [text('workshop.rehearsalStamp'), text('workshop.sheets.rehearsal')]
      y = paintStamp(paper, page, sect, stamp, sentence, y + mm(4))
    }
    y += mm(8)
    const room = joinTop - mm(8) - y
    const [style, question] = largestLines(workshop.question, styles.sheetQuestions, WIDTH, room)
    const shown = question.slice(0, Math.max(1, Math.floor(room / style.leading)))
    paintLines(page, tag('P', sect, wording), shown, style, AREA.left - style.size * 0.03, y)

    paintJoin(paper, page, sect, input, group, joinTop)
    page.decoration().rule(AREA.left, notesTop, WIDTH, 1, INK)
    for (const { paint } of notes) paint(page, sect, notesTop)
  }
}

/** A workshop without groups has one page that says so: a file of no pages is none. */
export function paintEmptySheet(paper: Paper, { workshop }: GroupSheets): (page: Page) => void {
  const { texts, styles } = paper
  return (page) => {
    const sect = tag('Sect', paper.document)
    const y = paintWorkshop(paper, page, sect, workshop)
    const style = styles.sheetHead
    const lines = setLines([{ text: texts.text('workshop.sheets.none'), style }], WIDTH)
    paintLines(page, tag('H1', sect), lines, style, AREA.left, y + mm(9))
  }
}

const MARK = mm(9)
const NAME_X = AREA.left + MARK + mm(2)

/** The product's mark, the workshop's name, its profile and day. */
function paintWorkshop(
  { texts, styles, wording }: Paper,
  page: Page,
  sect: Tag,
  { name, profileTitle, date }: Workshop,
): number {
  paintMark(page, AREA.left - mm(1.1), TOP, MARK)
  const put = (text: string, style: Style, y: number) => {
    const lines = setLines([{ text, style }], AREA.right - NAME_X).slice(0, 3)
    return paintLines(page, tag('P', sect, wording), lines, style, NAME_X, y)
  }
  const title = shorten(profileTitle, styles.sheetFacts, mm(110))
  const facts = texts.text('workshop.profileAndDate', { title, date: texts.day(date) })
  const y = put(name, styles.sheetName, TOP - 1)
  return Math.max(TOP + MARK, put(facts, styles.sheetFacts, y))
}

type Notes = { readonly height: number; readonly paint: (page: Page, sect: Tag, top: number) => void }

const HEAD_TOP = mm(3)
const BULLET = mm(4)

/** Who sees what, and beside it what happens without a network. */
function noteColumns(paper: Paper, workshop: Workshop): Notes[] {
  const { text } = paper.texts
  return [
    noteColumn(paper, WHO, text('workshop.sheets.whoSees'), anonymityFacts(paper.texts, workshop)),
    noteColumn(paper, OFFLINE, text('workshop.sheets.offline'), [
      text('workshop.sheets.offlineHow'),
      text('workshop.sheets.back'),
    ]),
  ]
}

function noteColumn({ styles }: Paper, column: Column, head: string, notes: readonly string[]): Notes {
  const style = styles.sheetText
  const heads = setLines([{ text: head, style: styles.sheetHead }], column.width)
  const indent = column === WHO ? BULLET : 0
  const texts = notes.map((note) => setLines([{ text: note, style }], column.width - indent))
  const gap = mm(1.4)
  const height =
    HEAD_TOP +
    heads.length * styles.sheetHead.leading +
    texts.reduce((sum, lines) => sum + gap + lines.length * style.leading, 0)
  return {
    height,
    paint(page, sect, top) {
      let y = paintLines(page, tag('H2', sect), heads, styles.sheetHead, column.x, top + HEAD_TOP)
      const list = indent > 0 ? tag('L', sect, { numbering: 'Disc' }) : undefined
      for (const lines of texts) {
        y += gap
        const item = list && tag('LI', list)
        if (item) {
          const bullet = setLines([{ text: '•', style }], indent)
          paintLines(page, tag('Lbl', item), bullet, style, column.x, y)
        }
        const of = item ? tag('LBody', item) : tag('P', sect)
        y = paintLines(page, of, lines, style, column.x + indent, y)
      }
    },
  }
}

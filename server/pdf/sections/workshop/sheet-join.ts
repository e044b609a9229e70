import type { Workshop } from '../../../../schemas/types.ts'
import { sayCode } from '../../../domain/workshop/join-code.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import type { Page } from '../../page.ts'
import { paintLines } from '../../paint-lines.ts'
import type { Paper } from '../../print-job.ts'
import { paintQr } from '../../qr.ts'
import { paintLine, type MarkedRun } from '../../rows.ts'
import type { GroupSheets } from './group-sheets-input.ts'
import { INK, rise, type Style } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { setLines, widthOf, type Line } from '../../type/set-lines.ts'

type Group = Workshop['groups'][number]

const QR = mm(56)
/** The white that a camera needs around a code: four modules of the smallest one. */
const QUIET_ZONE = mm(6.5)
const CODE_BLOCK: Column = { x: AREA.left, width: QR }
const STEPS: Column = { x: AREA.left + QR + mm(10), width: AREA.right - AREA.left - QR - mm(10) }
const NUMBER = mm(8)
const STEP_GAP = mm(1.8)
const HEAD = mm(3)
const BELOW_HEAD = mm(5)

/** How high the way in is: its head, and the higher of its two columns. */
export function joinHeight(paper: Paper, input: GroupSheets): number {
  const { styles } = paper
  const code = codeStyle(paper, input.workshop.groups)
  const steps = stepLines(paper, input).reduce(
    (sum, lines) => sum + lines.length * styles.sheetStep.leading,
    0,
  )
  const right = codeHeight(paper, code) + steps + 2 * STEP_GAP
  const [style, lines] = addressLines(paper, input)
  const left = QR + QUIET_ZONE + lines.length * style.leading
  return HEAD + styles.sheetHead.leading + BELOW_HEAD + Math.max(left, right)
}

/** The way in: the QR code with the address beneath, and beside it the code in large and three steps. */
export function paintJoin(
  paper: Paper,
  page: Page,
  sect: Tag,
  input: GroupSheets,
  group: Group,
  top: number,
): void {
  const { texts, styles } = paper
  page.decoration().rule(AREA.left, top, AREA.right - AREA.left, 1, INK)
  const head = setLines([{ text: texts.text('workshop.sheets.join'), style: styles.sheetHead }], AREA.right)
  const below = paintLines(page, tag('H2', sect), head, styles.sheetHead, AREA.left, top + HEAD) + BELOW_HEAD
  paintWayIn(paper, page, sect, input, group, below)
  const steps = paintCode(paper, page, sect, input, group, below)
  paintSteps(paper, page, sect, input, steps)
}

function paintWayIn(
  paper: Paper,
  page: Page,
  sect: Tag,
  input: GroupSheets,
  { number, code }: Group,
  top: number,
): void {
  const { texts } = paper
  const { x } = CODE_BLOCK
  const to = input.joinAddressOf(code)
  const alt = texts.text('qr', { address: inWords(to) })
  paintQr(page, tag('Figure', sect, { alt, box: [x, top, x + QR, top + QR] }), to, x, top, QR)
  const [style, lines] = addressLines(paper, input)
  const y = top + QR + QUIET_ZONE
  const link = tag('Link', tag('P', sect))
  const height = paintLines(page, link, lines, style, x, y) - y
  const width = Math.max(...lines.map((line) => line.width))
  const contents = texts.text('workshop.sheets.link', { number, address: inWords(input.address) })
  page.link(link, { x, y, width, height }, { url: to }, contents)
}

/** The code in two threes, as large as there is room for; gives where it ends. */
function paintCode(
  paper: Paper,
  page: Page,
  sect: Tag,
  { workshop }: GroupSheets,
  { code }: Group,
  top: number,
): number {
  const { texts, styles } = paper
  const style = codeStyle(paper, workshop.groups)
  const of = tag('P', sect)
  const label = setLines(
    [{ text: texts.text('workshop.sheets.code'), style: styles.sheetFacts }],
    STEPS.width,
  )
  // the label's capitals begin where the QR code does
  const y = paintLines(page, of, label, styles.sheetFacts, STEPS.x, top - mm(1.2))
  const lines = setLines([{ text: sayCode(code).replace(' ', '\u00A0'), style }], STEPS.width)
  paintLines(page, of, lines, style, STEPS.x - style.size * 0.05, y - style.size * 0.06)
  return top + codeHeight(paper, style)
}

function codeHeight({ styles }: Paper, style: Style): number {
  return styles.sheetFacts.leading + style.leading + mm(3)
}

/** The largest size in which every code of a workshop finds room. */
function codeStyle({ styles }: Paper, groups: readonly Group[]): Style {
  const fits = (style: Style) => groups.every(({ code }) => widthOf(sayCode(code), style) <= STEPS.width)
  return styles.sheetCodes.find(fits) ?? styles.sheetSmallestCode
}

function paintSteps(paper: Paper, page: Page, sect: Tag, input: GroupSheets, top: number): void {
  const { styles } = paper
  const list = tag('L', sect, { numbering: 'Decimal' })
  let y = top
  stepLines(paper, input).forEach((lines, at) => {
    const item = tag('LI', list)
    const number = setLines([{ text: `${at + 1}`, style: styles.sheetNumber }], NUMBER)
    paintLines(page, tag('Lbl', item), number, styles.sheetNumber, STEPS.x, y)
    const body = tag('LBody', item)
    for (const line of lines) {
      paintLine(page, body, line, STEPS.x + NUMBER, y + rise(styles.sheetStep))
      y += styles.sheetStep.leading
    }
    y += STEP_GAP
  })
}

const STEP_TEXTS = ['workshop.sheets.open', 'workshop.sheets.name', 'workshop.sheets.write'] as const

function stepLines({ texts, styles }: Paper, { address }: GroupSheets) {
  const shown = inWords(address)
  return STEP_TEXTS.map((key) => {
    const [before = '', after] = texts.text(key).split('{address}')
    const runs: MarkedRun[] = [{ text: before, style: styles.sheetStep }]
    if (after !== undefined) {
      runs.push({ text: shown, style: styles.sheetStepStrong }, { text: after, style: styles.sheetStep })
    }
    return setLines(runs, STEPS.width - NUMBER)
  })
}

/** The largest size in which the address is parted only where people expect it. */
function addressLines({ styles }: Paper, { address }: GroupSheets): [Style, Line[]] {
  const text = inWords(address)
  // as much as the setting asks for: room for a hyphen, though it prints none
  const parts = text.split(/(?<=[./-])/u)
  const fits = (style: Style) => parts.every((part) => widthOf(`${part}-`, style) <= CODE_BLOCK.width)
  const style = styles.sheetAddresses.find(fits) ?? styles.note
  return [style, setLines([{ text, style }], CODE_BLOCK.width)]
}

/** An address as people write it. */
function inWords(address: string): string {
  return address.replace(/^https?:\/\//u, '')
}

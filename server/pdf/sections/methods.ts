import type { AssessmentCriterion, Module } from '../../../schemas/types.ts'
import { groupOutcomes, letter } from '../../domain/profile/number-items.ts'
import type { Row } from '../flow.ts'
import { mm, WORDING } from '../measures.ts'
import type { PrintJob } from '../print-job.ts'
import { textRows } from '../rows.ts'
import { EDGE } from '../styles.ts'
import { tag, type Tag } from '../tagged.ts'

type Method = AssessmentCriterion['assessmentMethods'][number]
const METHODS: readonly Method[] = [
  'observation',
  'conversation',
  'task',
  'simulation',
  'writtenAnswer',
  'document',
]

const NUMBERS = { x: WORDING.x + mm(42), width: WORDING.width - mm(42) }

/** The suggested ways of assessing, once for the module: each way with the criteria that it suits. */
export function methodRows(job: PrintJob, sect: Tag, module: Module, number: string): Row[] {
  const { texts, styles } = job
  const lines = METHODS.flatMap((method) => {
    const numbers = numbersWith(module, number, method)
    return numbers.length > 0 ? [{ method: texts.text(`method.${method}`), numbers: numbers.join(', ') }] : []
  })
  if (lines.length === 0) return []
  const head = textRows({
    tag: tag('P', sect),
    text: texts.text('methods'),
    style: styles.noteStrong,
    column: WORDING,
    before: mm(6),
    keep: true,
    beside: (page, y) => page.decoration().rule(WORDING.x, y - mm(1.6), WORDING.width, 0.3, EDGE),
  })
  const list = tag('L', sect)
  const body = lines.flatMap(({ method, numbers }, at) => {
    const item = tag('LI', list)
    return textRows({
      tag: tag('LBody', item),
      text: numbers,
      style: styles.note,
      column: NUMBERS,
      keep: at < lines.length - 1,
      label: { tag: tag('Lbl', item), text: method, style: styles.note, x: WORDING.x },
    })
  })
  return [...head, ...body]
}

/** The criteria that a way of assessing is suggested for, letters in a row drawn together: 4.1 a–c, 4.3 b. */
function numbersWith(module: Module, number: string, method: Method): string[] {
  const outcomes = groupOutcomes(module).flatMap((group) => group.outcomes)
  return outcomes.flatMap(({ criteria }, at) => {
    const spans: [number, number][] = []
    criteria.forEach(({ assessmentMethods }, index) => {
      if (!assessmentMethods.includes(method)) return
      const last = spans.at(-1)
      if (last && last[1] === index - 1) last[1] = index
      else spans.push([index, index])
    })
    if (spans.length === 0) return []
    const letters = spans.map(([from, to]) => (from === to ? letter(from) : `${letter(from)}–${letter(to)}`))
    // a number and its letters stay on one line
    return [`${number}.${at + 1}\u00A0${letters.join(',\u00A0')}`]
  })
}

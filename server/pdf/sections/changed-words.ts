import type { AssessmentCriterion, DiffChange, Module, OccupationReference } from '../../../schemas/types.ts'
import { diffWords } from '../../domain/publishing/word-diff.ts'
import type { PrintJob } from '../print-job.ts'
import type { MarkedRun } from '../rows.ts'
import { tag, type Tag } from '../tagged.ts'
import type { TextKey } from '../texts.ts'
import { codeOf } from './facts.ts'
import { linesOf } from './wordings.ts'

/** Texts longer than this are not compared word by word: the table of that takes its length squared. */
const LONGEST_COMPARED = 4000

/** The words of a change, struck, new and kept; values that are no texts are said in words. */
export function changedRuns(job: PrintJob, paragraph: Tag, change: DiffChange): MarkedRun[] {
  const { styles, texts } = job
  const [before, after] = [valueInWords(job, change, change.before), valueInWords(job, change, change.after)]
  const span = (text: string, kind: 'same' | 'del' | 'ins'): MarkedRun => {
    if (kind === 'same') return { text, style: styles.wording, tag: tag('Span', paragraph) }
    const decoration = kind === 'del' ? 'LineThrough' : 'Underline'
    return { text, style: styles[kind], change: kind, tag: tag('Span', paragraph, { decoration }) }
  }
  switch (change.kind) {
    case 'moved':
      return [span(after || before, 'same')]
    case 'added':
      return [span(after, 'ins')]
    case 'removed':
      return [span(before, 'del')]
    default:
      break
  }
  if (before.length > LONGEST_COMPARED || after.length > LONGEST_COMPARED) {
    return [span(texts.text('change.rewritten'), 'same')]
  }
  if (before === after) return [span(texts.text('change.else'), 'same')]
  if (typeof change.after !== 'string' && typeof change.before !== 'string') {
    return [...(before ? [span(`${before} `, 'del')] : []), ...(after ? [span(after, 'ins')] : [])]
  }
  const runs = diffWords(...withoutSameLines(before, after))
  return runs.map(({ kind, text }, at) => {
    const next = runs[at + 1]
    const apart =
      kind === 'del' && next?.kind === 'ins' && !/\s$/u.test(text) && /^[\p{L}\p{N}]/u.test(next.text)
    return span(apart ? `${text} ` : text, kind)
  })
}

/** Texts of many paragraphs are shown from the first that differs to the last. */
function withoutSameLines(before: string, after: string): [string, string] {
  const [a, b] = [linesOf(before), linesOf(after)]
  while (a.length > 0 && b.length > 0 && a[0] === b[0]) {
    a.shift()
    b.shift()
  }
  while (a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop()
    b.pop()
  }
  return [a.join('\n'), b.join('\n')]
}

function valueInWords(job: PrintJob, { field }: DiffChange, value: unknown): string {
  const { texts } = job
  if (typeof value === 'boolean') return texts.text(value ? 'change.example' : 'change.noExample')
  if (typeof value === 'number') return texts.text('seqf', { level: value })
  if (value === null || value === undefined) return ''
  switch (field) {
    case 'obligation':
    case 'category':
      return typeof value === 'string' ? enumInWords(job, field, value) : ''
    case 'volume': {
      const { amount, unit } = value as NonNullable<Module['volume']>
      return texts.count(`volume.${unit}`, amount)
    }
    case 'assessmentMethods':
      return (value as AssessmentCriterion['assessmentMethods'])
        .map((method) => texts.text(`method.${method}`))
        .join(', ')
    case 'occupationReferences':
      return (value as OccupationReference[]).map((reference) => codeOf(job, reference)).join(', ')
    case 'translations':
      return (value as { language: string; text: string }[])
        .map(({ language, text }) => texts.text('translation', { language: texts.language(language), text }))
        .join(', ')
    default:
      return typeof value === 'string' ? value : ''
  }
}

function enumInWords({ texts, input }: PrintJob, field: 'obligation' | 'category', value: string): string {
  if (field === 'obligation') return texts.text(`obligation.${value}` as TextKey)
  return texts.text(`category.${value === 'responsibilityAutonomy' ? input.thirdCategory : value}` as TextKey)
}

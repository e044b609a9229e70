import type { AssessmentCriterion, DiffChange, Module, OccupationReference } from '../../../schemas/types.ts'
import { withoutSameLines } from '../../domain/publishing/lines.ts'
import { diffWords } from '../../domain/publishing/word-diff.ts'
import type { PrintJob } from '../print-job.ts'
import type { MarkedRun } from '../rows.ts'
import { tag, type Tag } from '../tagged.ts'
import type { TextKey } from '../texts.ts'
import { codeOf } from './facts.ts'

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
  if (before === after) return [span(texts.text('change.else'), 'same')]
  if (typeof change.after !== 'string' && typeof change.before !== 'string') {
    return [...(before ? [span(`${before} `, 'del')] : []), ...(after ? [span(after, 'ins')] : [])]
  }
  return diffWords(...withoutSameLines(before, after)).map(({ kind, text }) => span(text, kind))
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

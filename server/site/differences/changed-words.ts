import type {
  AssessmentCriterion,
  DiffChange,
  Module,
  OccupationReference,
  WordListEntry,
} from '../../../schemas/types.ts'
import type { Setup } from '../../installation.ts'
import { withoutSameLines } from '../../domain/publishing/lines.ts'
import { diffWords } from '../../domain/publishing/word-diff.ts'
import { html, join, type Part } from '../html.ts'
import type { Say } from '../say.ts'

/** The words of a change, struck, new and kept; values that are no texts are said in words. */
export function changedWords(say: Say, config: Setup, change: DiffChange): Part {
  const inWords = (value: unknown) => valueInWords(say, config, change, value)
  const [before, after] = [inWords(change.before), inWords(change.after)]
  switch (change.kind) {
    case 'moved':
      return after || before
    case 'added':
      return html`<ins>${after}</ins>`
    case 'removed':
      return html`<del>${before}</del>`
    default:
      break
  }
  if (before === after) return null
  return isText(change) ? wordByWord(before, after) : wholeValues(before, after)
}

function wordByWord(before: string, after: string): Part[] {
  return diffWords(...withoutSameLines(before, after)).map(({ kind, text }) => {
    if (kind === 'same') return text
    return kind === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`
  })
}

function wholeValues(before: string, after: string): Part {
  const parts = [before !== '' && html`<del>${before}</del>`, after !== '' && html`<ins>${after}</ins>`]
  return join(parts.filter(Boolean), ' ')
}

function isText({ before, after }: DiffChange): boolean {
  return typeof before === 'string' && typeof after === 'string' && before !== '' && after !== ''
}

function valueInWords(say: Say, config: Setup, { field }: DiffChange, value: unknown): string {
  if (typeof value === 'boolean') return say.text(value ? 'example.is' : 'example.isNot')
  if (typeof value === 'number') return say.text('seqf', { level: value })
  if (value === null || value === undefined) return ''
  switch (field) {
    case 'obligation':
      return say.text(value === 'mandatory' ? 'mandatory' : 'optional')
    case 'category':
      return categoryInWords(say, config, value)
    case 'volume': {
      const { amount, unit } = value as NonNullable<Module['volume']>
      return say.count(`counts.volume.${unit}`, amount)
    }
    case 'assessmentMethods':
      return (value as AssessmentCriterion['assessmentMethods'])
        .map((method) => say.text(`methods.${method}`))
        .join(', ')
    case 'occupationReferences':
      return (value as OccupationReference[])
        .map(({ scheme, id, label }) => `${say.text(`schemes.${scheme}`)} ${scheme === 'esco' ? label : id}`)
        .join(', ')
    case 'translations':
      return (value as WordListEntry['translations'])
        .map(({ language, text }) => `${say.language(language)}: ${text}`)
        .join(', ')
    default:
      return typeof value === 'string' ? value : ''
  }
}

function categoryInWords(say: Say, { thirdCategory }: Setup, value: unknown): string {
  if (value === 'knowledge' || value === 'skills') return say.text(`categories.${value}`)
  return say.text(`categories.${thirdCategory}`)
}

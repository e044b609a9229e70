import { html, type TemplateResult } from 'lit'
import type { TallyCell } from '../../schemas/types.ts'
import { t } from '../i18n/review.ts'
import { icon } from '../ui/icon.ts'
import { MARKS, marksInWords, type Mark } from './in-words.ts'

const SHAPES: Record<Exclude<Mark, 'answered'>, string> = {
  agree: 'agree',
  agreeWithChange: 'agree-with-change',
  disagree: 'disagree',
  abstain: 'abstain',
  stale: 'stale',
  none: 'no-answer',
}

export function markShape(mark: Exclude<Mark, 'answered'>): TemplateResult {
  return icon(SHAPES[mark], `pos-${mark}`)
}

/** One mark for each member, read as a sentence; where positions are hidden, only how many have answered. */
export function cellMarks({ marks }: Pick<TallyCell, 'marks'>): TemplateResult {
  const said = marksInWords(marks.map(({ mark }) => mark))
  if (marks.some(({ mark }) => mark === 'answered') || marks.length === 0) {
    return html`<span class="num" aria-hidden="true">${shortAnswered(marks)}</span
      ><span class="sr">${said}</span>`
  }
  const shown = MARKS.flatMap((kind) => marks.filter(({ mark }) => mark === kind).map(() => markShape(kind)))
  return html`<span class="marks" role="img" aria-label=${said}>${shown}</span>`
}

function shortAnswered(marks: TallyCell['marks']): string {
  if (marks.length === 0) return '–'
  const answered = marks.filter(({ mark }) => mark === 'answered').length
  return t('mark.shortAnswered', { answered, of: marks.length })
}

/** How the marks are read; the frames too. */
export function markKey(isHidden: boolean): TemplateResult {
  return html`<ul class="mark-key" aria-label=${t('mark.key')}>
    ${isHidden ? html`<li>${t('mark.hidden')}</li>` : MARKS.map((mark) => html`<li>${markShape(mark)}${t(`mark.word.${mark}`)}</li>`)}
    <li><span class="swatch is-short"></span>${t('mark.short')}</li>
    ${isHidden ? '' : html`<li><span class="swatch is-stopped"></span>${t('mark.stopped')}</li>`}
  </ul>`
}

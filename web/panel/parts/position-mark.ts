import { html, nothing, type TemplateResult } from 'lit'
import type { PositionKind } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'

/** In the order in which they are offered; the keys 1 to 4 choose them. */
export const POSITIONS = [
  'agree',
  'agreeWithChange',
  'disagree',
  'abstain',
] as const satisfies readonly PositionKind[]

const MARKS = {
  agree: 'agree',
  agreeWithChange: 'agree-with-change',
  disagree: 'disagree',
  abstain: 'abstain',
  none: 'no-answer',
} as const

type Shown = PositionKind | 'none'

/** A position's mark: a shape beside its word. Of a position on former words it is dotted around. */
export function positionMark(position: Shown, { isStale = false } = {}): TemplateResult {
  return icon(MARKS[position], `pos-${position} ${isStale ? 'pos-stale' : ''}`)
}

/** A position's mark and word; said of former words where it is. */
export function positionInWords(position: Shown, { isStale = false } = {}): TemplateResult {
  return html`<span class="pos"
    >${positionMark(position, { isStale })}<span
      >${t(`position.${position}`)}${isStale ? html`<span class="quiet">, ${t('position.stale')}</span>` : nothing}</span
    ></span
  >`
}

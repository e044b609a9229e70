import { html, nothing, type TemplateResult } from 'lit'
import type { PartTally, PositionKind, Review } from '../../../schemas/types.ts'
import { t } from '../../i18n/review.ts'
import { cellMarks } from '../marks.ts'
import { perspectiveNamed } from '../seats.ts'

/** In the order in which they are offered; the keys 1 to 4 choose them. */
export const POSITIONS: readonly PositionKind[] = ['agree', 'agreeWithChange', 'disagree', 'abstain']

/** How each perspective stands: its code, a mark for each member, and a frame where it falls short or stops. */
export function perspectiveMarks(
  { cells, state }: Pick<PartTally, 'cells' | 'state'>,
  review: Pick<Review, 'perspectives'>,
): TemplateResult {
  return html`<ul class="by-perspective">
    ${cells.map((cell) => {
      const { code, name } = perspectiveNamed(review, cell.perspective)
      const frame = state === 'ready' || cell.state === 'enough' ? null : cell.state
      return html`<li class=${frame ? `is-${frame}` : ''}>
        <abbr class="code" title=${name}>${code}</abbr>
        <span
          >${cellMarks(cell)}${frame ? html`<span class="sr">, ${t(`room.cell.${frame}`)}</span>` : nothing}</span
        >
      </li>`
    })}
  </ul>`
}

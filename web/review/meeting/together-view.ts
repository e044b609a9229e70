import { html, nothing, type TemplateResult } from 'lit'
import type { PanelMeeting, Review, ReviewTally, ReviewText } from '../../../schemas/types.ts'
import { plural, t } from '../../i18n/review.ts'
import { icon } from '../../ui/icon.ts'
import { stillMissing } from './in-words.ts'
import { perspectiveMarks } from './member-mark.ts'
import { nextPoint, takenTogether } from './next-point.ts'
import { partInWords } from '../part-names.ts'

type Together = {
  readonly review: Review
  readonly text: ReviewText
  readonly tally: ReviewTally
  readonly meeting: PanelMeeting
  /** Null where the reader does not run the meeting. */
  readonly next: (() => void) | null
  readonly entered: (tally: ReviewTally, said: string) => void
}

/** What nobody contests, read out together and adopted without discussion: all that is needed has been answered. */
export function togetherView({ review, tally, meeting, next }: Together): TemplateResult {
  const points = takenTogether(tally)
  const first = nextPoint(tally, meeting)
  return html`<h2 class="on-table" id="on-table" tabindex="-1">
      <span class="text large"
        >${points.length === 0 ? t('room.together.none') : plural('room.together.heading', points.length)}</span
      >
    </h2>
    <p class="lead">${t(points.length === 0 ? 'room.together.noneHelp' : 'room.together.help')}</p>
    <ul class="together-list">
      ${points.map((point) => {
        const part = tally.parts.find(({ partId }) => partId === point.partId)
        return html`<li>
          <p class="part">${icon('check', 'state-ready')}<span>${partInWords(point)}</span></p>
          ${
            part
              ? html`<p class="quiet">${stillMissing(part, review.perspectives)}</p>
                  ${perspectiveMarks(part, review)}`
              : nothing
          }
        </li>`
      })}
    </ul>
    ${
      next && first
        ? html`<p class="onward">
            <wa-button variant="brand" @click=${next}
              >${t('room.next', { what: partInWords(first) })} ${icon('arrow-right')}</wa-button
            >
          </p>`
        : nothing
    }`
}

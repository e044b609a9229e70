import { html, nothing, type TemplateResult } from 'lit'
import type { AgendaItem, OnTable, ReviewTally } from '../../../schemas/types.ts'
import { plural, t } from '../../i18n/review.ts'
import { icon } from '../../ui/icon.ts'
import { STATE_ICONS } from './in-words.ts'
import { discussed, takenTogether } from './next-point.ts'
import { partInWords } from '../part-names.ts'

type Agenda = {
  readonly tally: ReviewTally
  readonly onTable: OnTable | null
  /** Null where the reader does not run the meeting. */
  readonly putOnTable: ((point: AgendaItem | null) => void) | null
}

/** The agenda that writes itself: first what is taken together, then what is discussed, each with its time. */
export function agendaList({ tally, onTable, putOnTable }: Agenda): TemplateResult {
  const together = takenTogether(tally)
  const points = discussed(tally)
  const minutes = points.reduce((sum, point) => sum + point.minutes, 0)
  return html`<nav class="agenda" aria-labelledby="agenda-heading">
    <h2 id="agenda-heading">${t('room.agenda.heading')}</h2>
    ${
      together.length === 0
        ? nothing
        : html`<div class="together ${onTable === null ? 'is-here' : ''}">
            ${pointButton({
              label: html`<b>${t('room.agenda.together')}</b>`,
              isHere: onTable === null,
              go: putOnTable && (() => putOnTable(null)),
            })}
            <p class="quiet">${together.map(partInWords).join('; ')}</p>
          </div>`
    }
    ${
      points.length === 0
        ? html`<p class="quiet">${t(together.length === 0 ? 'room.agenda.empty' : 'room.agenda.nothing')}</p>`
        : html`<ol>
              ${points.map((point) => {
                const isHere = point.partId === onTable?.partId
                const state = tally.parts.find(({ partId }) => partId === point.partId)?.state ?? 'waiting'
                return html`<li class="${state} ${isHere ? 'is-here' : ''}">
                  ${pointButton({
                    label: html`<span>${partInWords(point)}</span>`,
                    isHere,
                    go: putOnTable && (() => putOnTable(point)),
                  })}
                  <p class="quiet">
                    ${icon(STATE_ICONS[state], `state-${state}`)}<span class="sr"
                      >${t(`room.state.${state}`)}, </span
                    >${plural('room.minutes', point.minutes)}${
                      point.openRemarks > 0 ? `, ${plural('room.remarks', point.openRemarks)}` : nothing
                    }
                  </p>
                </li>`
              })}
            </ol>
            <p class="quiet sum-of">${plural('room.agenda.sum', minutes)}</p>`
    }
  </nav>`
}

type PointButton = {
  readonly label: TemplateResult
  readonly isHere: boolean
  readonly go: (() => void) | null
}

function pointButton({ label, isHere, go }: PointButton): TemplateResult {
  const here = isHere ? html`<span class="sr">, ${t('room.agenda.here')}</span>` : nothing
  if (!go) return html`<p class="point">${label}${here}</p>`
  return html`<button class="point" aria-current=${isHere ? 'step' : nothing} @click=${go}>
    ${label}${here}
  </button>`
}

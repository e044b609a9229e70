import { html, nothing, type TemplateResult } from 'lit'
import type { MemberMark, PanelDecision, Review } from '../../../schemas/types.ts'
import { statusInWords } from '../../../server/domain/review/in-words/status-in-words.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/review.ts'
import { icon } from '../../ui/icon.ts'
import { cellMarks } from '../marks.ts'
import { partInWords } from '../part-names.ts'
import { perspectiveNamed } from '../seats.ts'
import { saidIn } from '../meeting/marks-on-table.ts'
import { STATE_ICONS } from '../meeting/in-words.ts'

type Part = PanelDecision['parts'][number]

/** How the panel stands, or stood, to each part of the text, by what stands worst in it. */
export function standingTable(parts: readonly Part[], review: Pick<Review, 'perspectives'>): TemplateResult {
  const columns = parts[0]?.tally.perspectives ?? []
  return html`<div class="over" tabindex="0" role="region" aria-label=${t('closing.standing.label')}>
    <table class="stand">
      <thead>
        <tr>
          <th scope="col">${t('closing.standing.part')}</th>
          ${columns.map(({ perspective }) => {
            const { code, name } = perspectiveNamed(review, perspective)
            return html`<th scope="col"><abbr class="code" title=${name}>${code}</abbr></th>`
          })}
          <th scope="col">${t('closing.standing.status')}</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map((part) => row(part, review))}
      </tbody>
    </table>
  </div>`
}

function row(part: Part, review: Pick<Review, 'perspectives'>): TemplateResult {
  const { tally } = part
  const said = statusInWords(tally, review.perspectives, locale())
  return html`<tr class="is-${tally.state}">
    <th scope="row">${partInWords(part)}</th>
    ${tally.perspectives.map((count) => {
      const marks = saidIn(count).map((mark): MemberMark => ({ memberId: null, mark }))
      const { name } = perspectiveNamed(review, count.perspective)
      const frame = tally.state === 'ready' || count.state === 'enough' ? null : count.state
      return html`<td class=${frame ? `is-${frame}` : ''} data-label=${name}>
        ${cellMarks({ marks })}${frame ? html`<span class="sr">, ${t(`room.cell.${frame}`)}</span>` : nothing}
      </td>`
    })}
    <td class="say">${icon(STATE_ICONS[tally.state])}<span>${said}</span></td>
  </tr>`
}

import { html, nothing, type TemplateResult } from 'lit'
import type { ContestedItem, PartTally } from '../../schemas/types.ts'
import { statusInWords } from '../../server/domain/review/in-words/status-in-words.ts'
import { closedItself } from '../facilitator/confirmation.ts'
import { locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/review.ts'
import { addressOf } from '../router.ts'
import type { Desk } from './desk.ts'
import { marksInWords, marksOf } from './in-words.ts'
import { cellMarks, markShape } from './marks.ts'
import { partInWords } from './part-names.ts'
import { perspectiveNamed } from './seats.ts'

/** How a part stands by perspective, and the items that are not said the same of as of the rest. */
export function partDialog(desk: Desk | null, partId: string | null, close: () => void): TemplateResult {
  const part = desk?.tally?.parts.find((each) => each.partId === partId)
  return html`<wa-dialog
    class="review-dialog is-part"
    label=${part ? partInWords(part) : ''}
    ?open=${part !== undefined}
    light-dismiss
    @wa-after-hide=${closedItself(close)}
  >
    ${desk && part ? content(desk, part) : nothing}
  </wa-dialog>`
}

function content(desk: Desk, part: PartTally): TemplateResult {
  const { review, slug } = desk
  // What is long can be scrolled by keys, also where there is nothing to press.
  return html`<div tabindex="0" role="group" aria-label=${partInWords(part)}>
    <p class="status is-${part.state}">${statusInWords(part, review.perspectives, locale())}</p>
    <dl class="facts by-perspective">
      ${part.cells.map(
        (cell) =>
          html`<div>
            <dt>${perspectiveNamed(review, cell.perspective).name}</dt>
            <dd>${cellMarks(cell)} ${membersIn(desk, cell)}</dd>
          </div>`,
      )}
    </dl>
    ${
      part.contested.length > 0
        ? html`<h3>${plural('part.contested', part.contested.length)}</h3>
            <ul class="contested">
              ${part.contested.map((item) => contestedItem(desk, item))}
            </ul>`
        : html`<p class="quiet">${t(desk.tally?.isHidden ? 'part.hidden' : 'part.uniform')}</p>`
    }
    ${
      part.openRemarks > 0
        ? html`<p>
            <a href=${addressOf({ page: 'settling', slug })}>${plural('part.remarks', part.openRemarks)}</a>
          </p>`
        : nothing
    }
  </div>`
}

/** Who says what, where that is not hidden from the reader. */
function membersIn({ review }: Desk, { marks }: PartTally['cells'][number]): TemplateResult | typeof nothing {
  const said = marks.flatMap(({ memberId, mark }) => {
    const name = review.composition.members.find(({ id }) => id === memberId)?.name
    return name && mark !== 'answered' ? [{ name, mark }] : []
  })
  if (said.length === 0) return nothing
  return html`<ul class="below">
    ${said.map(({ name, mark }) => html`<li>${name}: ${t(`mark.word.${mark}`)}</li>`)}
  </ul>`
}

function contestedItem({ review }: Desk, { number, wording, tally }: ContestedItem): TemplateResult {
  return html`<li>
    ${number ? html`<span class="no">${number}</span>` : nothing}
    <div>
      <p class="wording">${wording}</p>
      <p class="status is-${tally.state}">${statusInWords(tally, review.perspectives, locale())}</p>
      <ul class="counts">
        ${tally.perspectives.map((count) => {
          const { code, name } = perspectiveNamed(review, count.perspective)
          const marks = marksOf(count)
          return html`<li>
            <abbr class="code" title=${name}>${code}</abbr>
            <span class="marks" role="img" aria-label="${name}: ${marksInWords(marks)}"
              >${marks.map((mark) => (mark === 'answered' ? nothing : markShape(mark)))}</span
            >
          </li>`
        })}
      </ul>
    </div>
  </li>`
}

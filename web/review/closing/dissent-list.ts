import { html, type TemplateResult } from 'lit'
import type { PanelDecision, Review } from '../../../schemas/types.ts'
import { plural, t } from '../../i18n/review.ts'
import { partInWords } from '../part-names.ts'
import { perspectiveNamed } from '../seats.ts'

type Told = {
  readonly dissents: PanelDecision['dissents']
  readonly review: Pick<Review, 'perspectives'>
  /** Whether it is still to be decided. */
  readonly isAhead: boolean
}

/** Those who disagree, as the version shows it to everybody: by perspective, with what they say. */
export function dissentList({ dissents, review, isAhead }: Told): TemplateResult {
  return html`<section class="sec dissents" aria-labelledby="dissents-heading">
    <h2 id="dissents-heading">
      ${dissents.length === 0 ? t('closing.dissents.none') : plural('closing.dissents.heading', dissents.length)}
    </h2>
    ${dissents.length === 0 ? '' : html`<p class="quiet">${plural(isAhead ? 'closing.dissents.help' : 'closing.dissents.stood', dissents.length)}</p>`}
    <ul>
      ${dissents.map(({ perspective, itemId, number, wording, reason }) => {
        const { code, name } = perspectiveNamed(review, perspective)
        return html`<li>
          <p><abbr class="code" title=${name}>${code}</abbr> <b>${name}</b></p>
          <p class="wording" lang="sv">
            ${itemId === null ? partInWords({ number, title: wording }) : html`<span class="num">${number}</span> ${wording}`}
          </p>
          <p>${t('settle.quoted', { words: reason })}</p>
        </li>`
      })}
    </ul>
  </section>`
}

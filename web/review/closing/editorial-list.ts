import { html, nothing, type TemplateResult } from 'lit'
import type { Amendment, Review } from '../../../schemas/types.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/review.ts'
import { icon } from '../../ui/icon.ts'
import { perspectiveNamed } from '../seats.ts'
import { changedWords } from '../settle/changed-words.ts'
import { editorialState } from './editorial-state.ts'

/** Amendments that are said to be editorial: the words, why, and who has confirmed it or is to. */
export function editorialList(
  amendments: readonly Amendment[],
  review: Pick<Review, 'perspectives'>,
): TemplateResult {
  return html`<ul class="editorial">
    ${amendments.map((amendment) => {
      const { id, items, reason, confirmations } = amendment
      const { kind, left } = editorialState(amendment)
      const named = (confirms: boolean) =>
        new Intl.ListFormat(locale()).format(
          confirmations
            .filter((each) => each.confirms === confirms)
            .map(({ perspective }) => perspectiveNamed(review, perspective).name),
        )
      const [yes, no] = [named(true), named(false)]
      return html`<li id=${`andring-${id}`} class=${kind}>
        ${items.map(
          ({ number, former, wording }) =>
            html`<p class="wording" lang="sv">
              ${number ? html`<span class="num quiet">${number}</span> ` : nothing}${changedWords(former, wording)}
            </p>`,
        )}
        <p class="quiet">${t('closing.editorial.reason', { reason })}</p>
        <p class="standing">
          ${icon(kind === 'confirmed' ? 'check' : kind === 'denied' ? 'hand' : 'circle-dashed')}
          <span
            >${
              kind === 'denied'
                ? t('closing.editorial.denied', { who: no })
                : kind === 'confirmed'
                  ? t('closing.editorial.confirmed', { who: yes })
                  : [
                      ...(yes ? [t('closing.editorial.sofar', { who: yes })] : []),
                      t(left > 1 ? 'closing.editorial.needsTwo' : 'closing.editorial.needsOne'),
                    ].join(' ')
            }</span
          >
        </p>
      </li>`
    })}
  </ul>`
}

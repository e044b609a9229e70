import { html, nothing, type TemplateResult } from 'lit'
import type { OriginCard } from '../../schemas/types.ts'
import { t } from '../i18n/compile.ts'
import { kindName, kindMark, type ThirdCategory } from './kind-of-card.ts'
import type { Perspectives } from './known-perspectives.ts'

/** The perspectives behind, as codes in frames; their full names are there to be pointed at and to be heard. */
export function codes(cards: readonly OriginCard[], perspectives: Perspectives): TemplateResult[] {
  const ids = [...new Set(cards.map(({ perspective }) => perspective))].filter((id) => id !== '')
  return ids
    .map(
      (id) => perspectives.get(id) ?? { code: t('perspective.unknownCode'), name: t('perspective.unknown') },
    )
    .toSorted((one, other) => one.code.localeCompare(other.code, 'sv'))
    .map(({ code, name }) => html` <abbr class="code" title=${name}>${code}</abbr>`)
}

/** The cards themselves: what kind, what they said, and from which perspective. Never whose. */
export function cardList(
  cards: readonly OriginCard[],
  perspectives: Perspectives,
  third: ThirdCategory,
): TemplateResult | typeof nothing {
  if (cards.length === 0) return nothing
  return html`<ul class="cards-behind">
    ${cards.map(
      (card) =>
        html`<li>
          ${kindMark(card.kind, third)}<span
            ><span class="sr">${kindName(card.kind, third)}: </span
            >${card.text}${codes([card], perspectives)}</span
          >
        </li>`,
    )}
  </ul>`
}

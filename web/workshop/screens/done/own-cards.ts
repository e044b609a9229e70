import { html, nothing, type TemplateResult } from 'lit'
import type { CardFates } from '../../../../schemas/types.ts'
import { ask } from '../../../api/http-client.ts'
import { t } from '../../../i18n/wording.ts'
import type { Desk } from '../desk.ts'
import { namedKindMark } from '../kind.ts'
import { compiledInWords, placesOn, type Numbers } from './fates-in-words.ts'

/** What the compiling has made of one's own cards; null where nobody answers, and then the board is what there is. */
export function readFates(): Promise<CardFates | null> {
  return ask<CardFates>('GET', '/seat/outcome').catch(() => null)
}

/** One's own cards, and where each has come to: on the board, and when that has been compiled, in the draft. */
export function ownCards(
  { board, hand, state }: Desk,
  numbers: Numbers,
  fates: CardFates | null,
): TemplateResult | typeof nothing {
  const own = board.cards.filter(({ by, text }) => by === hand && text.trim() !== '')
  if (hand === '' || own.length === 0) return nothing
  const placeOnBoard = placesOn(board, numbers)
  const byId = new Map(fates?.cards.map((fate) => [fate.id, fate]))
  return html`<aside class="own-fates" aria-labelledby="own-fates">
    <h2 id="own-fates">${t('done.own.title')}</h2>
    ${
      fates?.publishedVersion
        ? html`<p>
            ${t('done.own.published', { profile: fates.profileTitle, version: fates.publishedVersion })}
          </p>`
        : nothing
    }
    <ul>
      ${own.map(
        (card) =>
          html`<li>
            ${namedKindMark(card.kind, state.thirdCategory)}
            <div>
              <p>${card.text}</p>
              <small>${compiledInWords(byId.get(card.id)) ?? placeOnBoard(card)}</small>
            </div>
          </li>`,
      )}
    </ul>
  </aside>`
}

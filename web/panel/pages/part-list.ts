import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk, ReviewPart } from '../../../schemas/types.ts'
import { plural, t } from '../../i18n/panel.ts'
import { answerOnPart, itemsAnswered } from '../desk/answers.ts'
import { minutesForPart } from '../desk/left.ts'
import { isAskedOn, recusalFrom } from '../desk/seat.ts'
import { languageOfName, partName } from '../parts/anchor.ts'
import { positionInWords } from '../parts/position-mark.ts'
import { panelAddress, type PanelPlace } from '../place.ts'

type PartList = {
  readonly desk: MemberDesk
  readonly reviewId: string
  readonly go: (place: PanelPlace) => void
  readonly id: string
  readonly title: string
  readonly parts: readonly ReviewPart[]
  /** At the end of each row: how long it takes, or what the member says of it. */
  readonly shows: 'minutes' | 'answer'
}

/** Parts of the text as rows that lead to them. */
export function partList({ desk, reviewId, go, id, title, parts, shows }: PartList): TemplateResult {
  return html`<section class="leaf rule-thin part-list" aria-labelledby="${id}-title">
    <div class="mid">
      <h2 id="${id}-title">${title}</h2>
      <ul>
        ${parts.map((part) => {
          const place = { page: 'part', reviewId, partId: part.id } as const
          return html`<li>
            <span class="nr num">${part.number}</span>
            <a href=${panelAddress(place)} lang=${languageOfName(part)} @click=${linkTo(go, place)}
              >${part.number === '' ? partName(part) : part.title}</a
            >
            <span class="end ${shows === 'answer' && isLong(desk, part) ? 'long' : ''}"
              >${shows === 'minutes' ? takes(part) : said(desk, part)}</span
            >
          </li>`
        })}
      </ul>
    </div>
  </section>`
}

/** A link within the pages: by itself only where somebody wants another tab. */
export function linkTo(go: (place: PanelPlace) => void, place: PanelPlace): (event: MouseEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(place)
  }
}

function takes({ words }: ReviewPart): string {
  return plural('minutes', minutesForPart(words))
}

/** What takes a line of its own on a phone. */
function isLong(desk: MemberDesk, part: ReviewPart): boolean {
  const { position, isStale } = answerOnPart(desk, part)
  return isStale || (position !== 'none' && itemsAnswered(desk, part).length > 0)
}

function said(desk: MemberDesk, part: ReviewPart): TemplateResult | string | typeof nothing {
  if (recusalFrom(desk, part.id)) return t('part.recusedShort')
  const { position, isStale } = answerOnPart(desk, part)
  const items = itemsAnswered(desk, part).length
  if (position === 'none' && !isAskedOn(desk, part.id)) return nothing
  if (position === 'none' && items > 0) return plural('part.itemsOnly', items)
  if (position === 'none' && desk.review.status === 'preparing') return nothing
  if (position === 'none' && desk.review.status !== 'open') return t('part.noAnswer')
  return html`${positionInWords(position, { isStale })}${
    items > 0 ? html`<span class="also">${plural('part.items', items)}</span>` : nothing
  }`
}

import { html, nothing, type TemplateResult } from 'lit'
import type { Closing, Remark, Review, ReviewText } from '../../../schemas/types.ts'
import { locale } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/review.ts'
import { addressOf } from '../../router.ts'
import { icon } from '../../ui/icon.ts'
import { itemName } from '../meeting/item-name.ts'
import { partInWords } from '../part-names.ts'

type Obstacle = Closing['obstacles'][number]
type Told = {
  readonly review: Review
  readonly text: ReviewText
  readonly remarks: readonly Remark[]
  readonly slug: string
  readonly closing: Closing
}

/** What is in the way of a decision at all, and of an approval; each with the place where it is mended. */
export function obstacleList(told: Told): TemplateResult | typeof nothing {
  const { obstacles } = told.closing
  if (obstacles.length === 0) return nothing
  const groups = (['closing', 'approving'] as const).map((stops) => ({
    stops,
    those: obstacles.filter((obstacle) => obstacle.stops === stops),
  }))
  return html`<section class="sec obstacles" aria-labelledby="obstacles-heading">
    <h2 id="obstacles-heading">${plural('closing.obstacles.heading', obstacles.length)}</h2>
    ${groups.map(({ stops, those }) =>
      those.length === 0
        ? nothing
        : html`<h3>${t(`closing.obstacles.${stops}`)}</h3>
            <ul>
              ${together(told, those).map(
                (same) =>
                  html`<li>${icon(stops === 'closing' ? 'hand' : 'circle-dashed')}${one(told, same)}</li>`,
              )}
            </ul>`,
    )}
  </section>`
}

function one(told: Told, those: readonly Obstacle[]): TemplateResult | typeof nothing {
  const { text, slug, review } = told
  const [first] = those
  if (!first) return nothing
  const { code, id, number } = first
  switch (code) {
    case 'remark-open':
      return html`<a href="${addressOf({ page: 'settling', slug })}#synpunkt-${id}"
        >${plural('closing.obstacles.remark', those.length, { where: aboutWhat(told, id, number) })}</a
      >`
    case 'part-not-ready': {
      const part = text.parts.find((each) => each.id === id)
      const meeting = review.meetings.find(({ cancelledAt }) => cancelledAt === null)
      const place = meeting
        ? ({ page: 'panel-meeting', slug, meetingId: meeting.id } as const)
        : ({ page: 'review', slug } as const)
      return html`<a href=${addressOf(place)}
        >${t('closing.obstacles.part', { part: part ? partInWords(part) : number })}</a
      >`
    }
    case 'ruling-missing':
      return html`<a href="#krav-${id}">${t('closing.obstacles.ruling', { number })}</a>`
    case 'editorial-unconfirmed':
      return html`<a href="#andring-${id}"
        >${t('closing.obstacles.editorial', { number: amendedIn(text, id) ?? number })}</a
      >`
  }
}

/** Where in the text an amendment is, by the numbers that the reader sees. */
function amendedIn({ amendments }: ReviewText, amendmentId: string): string | null {
  const numbers = amendments.find(({ id }) => id === amendmentId)?.items.map(({ number }) => number) ?? []
  const shown = [...new Set(numbers)].filter((each) => each !== '')
  return shown.length === 0 ? null : new Intl.ListFormat(locale(), { type: 'conjunction' }).format(shown)
}

/** Remarks on the same thing are one line. */
function together(told: Told, obstacles: readonly Obstacle[]): readonly (readonly Obstacle[])[] {
  const lines = new Map<string, Obstacle[]>()
  for (const obstacle of obstacles) {
    const { code, id, number } = obstacle
    const key = code === 'remark-open' ? aboutWhat(told, id, number) : id
    lines.set(key, [...(lines.get(key) ?? []), obstacle])
  }
  return [...lines.values()]
}

/** What a remark is about, as one says it in a sentence. */
function aboutWhat({ remarks, text }: Told, remarkId: string, number: string): string {
  const anchor = remarks.find(({ id }) => id === remarkId)?.anchor
  const part = text.parts.find(({ id }) => anchor?.scope === 'part' && id === anchor.itemId)
  if (part)
    return part.number === ''
      ? t('closing.obstacles.profile')
      : t('closing.obstacles.module', { number: part.number })
  if (number !== '') return number
  const item = text.parts
    .flatMap(({ items }) => items)
    .find(({ id }) => anchor?.scope === 'item' && id === anchor.itemId)
  return item ? itemName(item) : t('closing.obstacles.wholeText')
}

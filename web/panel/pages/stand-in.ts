import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { asideOf } from '../desk/seat.ts'
import { partName } from '../parts/anchor.ts'

/** What a member should know of their place: why they are asked for nothing, or not on everything, or for somebody else. */
export function standIn(desk: MemberDesk): TemplateResult | typeof nothing {
  const { me, text, review } = desk
  if (review.status !== 'open' && review.status !== 'preparing') return nothing
  const aside = asideOf(desk)
  if (aside?.kind === 'observer') return told(t('seat.observer'))
  if (aside?.kind === 'recused') return told(t('seat.recused', { reason: aside.recusal.reason }))
  if (aside?.kind === 'replaced')
    return told(t('seat.replaced', { name: aside.by?.name ?? t('seat.substitute') }))
  if (aside?.kind === 'substitute')
    return told(
      aside.of?.name ? t('seat.substituteFor', { name: aside.of.name }) : t('seat.substituteForAny'),
    )
  const ofOne = me.recusals.flatMap(({ partId, reason }) => {
    const part = text.parts.find(({ id }) => id === partId)
    return part ? [{ part, reason }] : []
  })
  const standsFor = review.composition.members.find(({ id }) => id === me.standsInFor)
  return html`${standsFor?.name ? told(t('seat.standsIn', { name: standsFor.name })) : nothing}
  ${ofOne.map(({ part, reason }) => told(t('seat.recusedFrom', { part: partName(part), reason })))}`
}

/** The same in one sentence, where a part is answered by others; null for somebody who is asked. */
export function asideInShort(desk: MemberDesk): string | null {
  const aside = asideOf(desk)
  if (aside === null) return null
  switch (aside.kind) {
    case 'recused':
      return t('part.recused', { reason: aside.recusal.reason })
    case 'replaced':
      return t('seat.inShort.replaced', { name: aside.by?.name ?? t('seat.substitute') })
    default:
      return t(`seat.inShort.${aside.kind}`)
  }
}

function told(sentence: string): TemplateResult {
  return html`<p class="sum aside">${sentence}</p>`
}

import type { CardCounts, GroupOverview, Phase } from '../../schemas/types.ts'
import { plural, t } from '../i18n/workshop.ts'

/** All cards on a board. */
export function cardsOf({ cards }: { readonly cards: CardCounts }): number {
  return cards.knowledge + cards.skills + cards.responsibilityAutonomy + cards.suitability
}

/** What a group has made in the phase that all are in, in words; null while cards are collected, which are shown themselves. */
export function resultOf(group: GroupOverview, phase: Phase): string | null {
  switch (phase) {
    case 'collect':
      return null
    case 'sort':
      return t('result.sorted', {
        themes: plural('count.themes', group.themes.length),
        left: plural('count.cards', group.unsorted),
      })
    case 'delimit':
      return t('result.decided', { decided: group.decided, cards: plural('count.cards', cardsOf(group)) })
    case 'word':
    case 'done':
      return t('result.worded', {
        outcomes: plural('count.outcomes', group.outcomes),
        criteria: plural('count.criteria', group.criteria),
      })
  }
}

/** How far a group has come in a phase: of how many, how many; for stickan. `most` is the most that any group has of it. */
export function progressOf(group: GroupOverview, phase: Phase, most: number): { done: number; of: number } {
  const cards = cardsOf(group)
  switch (phase) {
    case 'collect':
      return { done: cards, of: scaleFor(most) }
    case 'sort':
      return { done: cards - group.unsorted, of: Math.max(1, cards) }
    case 'delimit':
      return { done: group.decided, of: Math.max(1, cards) }
    case 'word':
    case 'done':
      return { done: group.outcomes, of: scaleFor(most) }
  }
}

/** A scale that does not change with every card: the next ten, and at least so many that a beginning looks like one. */
function scaleFor(most: number): number {
  return Math.max(20, Math.ceil((most + 1) / 10) * 10)
}

import type { Board, Card, Theme, WordedCriterion, WordedOutcome } from '../../../schemas/types.ts'
import { id } from '../../support/build-profile.ts'

/** The hand that has written everything on a board, where it does not matter whose it is. */
export const HAND = id('hand')

export function buildCard(given: Partial<Card> = {}): Card {
  return { id: id(), kind: 'skills', text: 'Lyfta rätt', by: HAND, themeId: null, isAside: false, ...given }
}

export function buildTheme(given: Partial<Theme> = {}): Theme {
  return { id: id(), title: 'Förflyttning', reuse: null, isAside: false, ...given }
}

export function buildWording(given: Partial<WordedOutcome> & Pick<WordedOutcome, 'themeId'>): WordedOutcome {
  return {
    id: id(),
    category: 'skills',
    text: 'förflytta en person',
    cardIds: [],
    source: null,
    differs: '',
    isAside: false,
    ...given,
  }
}

export function buildWordedCriterion(
  given: Partial<WordedCriterion> & Pick<WordedCriterion, 'outcomeId'>,
): WordedCriterion {
  return { id: id(), text: 'Berättar vad som ska hända.', cardIds: [], isAside: false, ...given }
}

export function buildBoard(given: Partial<Board> = {}): Board {
  return {
    cards: [],
    themes: [],
    marks: [],
    decisions: [],
    outcomes: [],
    criteria: [],
    ready: [],
    ...given,
  }
}

import type { Need, Phase, WordedOutcome } from '../../../schemas/types.ts'
import { PHASES } from './phases.ts'
import texts from './rehearsal.sv.json' with { type: 'json' }

/** What one made-up participant does in one phase. `key` names a thing; the same key is the same thing on a board. */
export type RehearsedAct =
  | {
      readonly act: 'card'
      readonly key: string
      readonly kind: WordedOutcome['category'] | 'suitability'
      readonly text: string
    }
  | { readonly act: 'theme'; readonly key: string; readonly title: string }
  | { readonly act: 'sort'; readonly card: string; readonly theme: string }
  | { readonly act: 'mark' | 'decide'; readonly card: string; readonly need: Need }
  | {
      readonly act: 'outcome'
      readonly key: string
      readonly theme: string
      readonly category: WordedOutcome['category']
      readonly text: string
      readonly cards: readonly string[]
    }
  | {
      readonly act: 'criterion'
      readonly key: string
      readonly outcome: string
      readonly text: string
      readonly cards: readonly string[]
    }

/** One made-up participant's part of a phase. */
export type RehearsedTurn = {
  readonly phase: Phase
  /** Which of the participants, from 0. */
  readonly seat: number
  readonly acts: readonly RehearsedAct[]
}

/** What the made-up participant with that number, from 0, is called: nobody takes it for a real name. */
export function rehearsedName(number: number): string {
  return texts.people[number % texts.people.length] ?? ''
}

/** Of ten cards a group comes to think of nine, so that no two groups have all the same. */
const THOUGHT_OF = 0.9
const AGREED = 0.8

/**
 * What a group of made-up participants does from the beginning up to and including a phase, turn by turn. The same dice
 * (numbers from 0 up to but not including 1) and the same number of seats give the same; a later phase gives the same
 * turns and more.
 */
export function rehearsedTurns(seats: number, upTo: Phase, dice: () => number): RehearsedTurn[] {
  if (seats < 1) return []
  const themes = texts.themes.map((theme) => ({
    ...theme,
    title: pick(theme.titles, dice),
    cards: theme.cards.filter(() => dice() < THOUGHT_OF),
    outcomes: theme.outcomes.map((outcome) => ({ ...outcome, text: pick(outcome.texts, dice) })),
  }))
  const cards = themes.flatMap((theme) => theme.cards.map((card) => ({ ...card, theme: theme.key })))
  const suitability = texts.suitability.filter(() => dice() < THOUGHT_OF)
  const there = new Set(cards.map(({ key }) => key))
  const known = (keys: readonly string[]) => keys.filter((key) => there.has(key))
  const outcomes = themes.flatMap((theme) =>
    theme.outcomes
      .filter((outcome) => known(outcome.cards).length > 0)
      .map((outcome) => ({ ...outcome, theme: theme.key })),
  )
  const share = <Thing>(things: readonly Thing[], whose: number) =>
    things.filter((_thing, at) => at % seats === whose)

  const script: Record<Phase, (seat: number) => RehearsedAct[]> = {
    collect: (seat) => [
      ...share(cards, seat).map(({ key, kind, text }): RehearsedAct => ({
        act: 'card',
        key,
        kind: kind as WordedOutcome['category'],
        text,
      })),
      ...share(suitability, seat).map(({ key, text }): RehearsedAct => ({
        act: 'card',
        key,
        kind: 'suitability',
        text,
      })),
    ],
    sort: (seat) => [
      // Whoever begins makes the themes, so that they are there for the others.
      ...(seat === 0 ? themes.map(({ key, title }): RehearsedAct => ({ act: 'theme', key, title })) : []),
      ...share(cards, seat).map(({ key, theme }): RehearsedAct => ({ act: 'sort', card: key, theme })),
    ],
    delimit: (seat) => [
      ...cards.map(({ key, need }): RehearsedAct => ({
        act: 'mark',
        card: key,
        need: dice() < AGREED ? (need as Need) : 'onTheJob',
      })),
      // The last to mark says what the group has come to where something is not for day one.
      ...(seat === seats - 1
        ? cards
            .filter(({ need }) => need !== 'dayOne')
            .map(({ key, need }): RehearsedAct => ({ act: 'decide', card: key, need: need as Need }))
        : []),
    ],
    word: (seat) =>
      share(outcomes, seat).flatMap(({ key, theme, category, text, cards: behind, criteria }) => [
        {
          act: 'outcome',
          key,
          theme,
          category: category as WordedOutcome['category'],
          text,
          cards: known(behind),
        },
        ...criteria.map((criterion): RehearsedAct => ({
          act: 'criterion',
          key: criterion.key,
          outcome: key,
          text: criterion.text,
          cards: known(criterion.cards),
        })),
      ]),
    done: () => [],
  }
  return PHASES.slice(0, PHASES.indexOf(upTo) + 1).flatMap((phase) =>
    Array.from({ length: seats }, (_seat, seat) => ({ phase, seat, acts: script[phase](seat) })),
  )
}

function pick(choices: readonly string[], dice: () => number): string {
  return choices[Math.floor(dice() * choices.length)] ?? ''
}

import fc from 'fast-check'
import type { Phase } from '../../../schemas/types.ts'
import { PHASES } from '../../../server/domain/workshop/phases.ts'
import { rehearsedName, rehearsedTurns } from '../../../server/domain/workshop/rehearsal.ts'
import texts from '../../../server/domain/workshop/rehearsal.sv.json' with { type: 'json' }

function diceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}
const anySeed = fc.nat(1_000_000)
const anySeats = fc.integer({ min: 1, max: 12 })
const actsIn = (seats: number, upTo: Phase, seed: number) =>
  rehearsedTurns(seats, upTo, diceFrom(seed)).flatMap(({ acts }) => acts)

test('the same dice give the same rehearsal', () => {
  fc.assert(
    fc.property(anySeats, anySeed, (seats, seed) =>
      expect(rehearsedTurns(seats, 'done', diceFrom(seed))).toEqual(
        rehearsedTurns(seats, 'done', diceFrom(seed)),
      ),
    ),
  )
})

test('a later phase gives the turns of the phases before, and its own', () => {
  fc.assert(
    fc.property(anySeats, anySeed, (seats, seed) => {
      const all = rehearsedTurns(seats, 'done', diceFrom(seed))
      for (const phase of PHASES) {
        const turns = rehearsedTurns(seats, phase, diceFrom(seed))
        expect(turns).toEqual(all.slice(0, turns.length))
        expect(turns.at(-1)?.phase).toBe(phase)
      }
    }),
  )
})

test('nothing is done with what is not there yet, and nothing is made twice', () => {
  fc.assert(
    fc.property(anySeats, anySeed, (seats, seed) => {
      const made = new Set<string>()
      for (const act of actsIn(seats, 'done', seed)) {
        const uses =
          act.act === 'sort'
            ? [act.card, act.theme]
            : act.act === 'mark' || act.act === 'decide'
              ? [act.card]
              : act.act === 'outcome'
                ? [act.theme, ...act.cards]
                : act.act === 'criterion'
                  ? [act.outcome, ...act.cards]
                  : []
        expect(uses.filter((key) => !made.has(key))).toEqual([])
        const key = 'key' in act ? [act.key] : []
        expect(key.filter((each) => made.has(each))).toEqual([])
        key.forEach((each) => made.add(each))
      }
    }),
  )
})

test('without participants nobody writes', () => {
  expect(rehearsedTurns(0, 'done', diceFrom(1))).toEqual([])
})

test('two groups come to things that resemble each other, and are not the same', () => {
  const wordings = (seed: number) =>
    actsIn(5, 'word', seed).flatMap((act) => (act.act === 'outcome' ? [act.text] : []))
  const [one, other] = [wordings(1), wordings(2)]
  expect(one.filter((text) => other.includes(text)).length).toBeGreaterThan(0)
  expect(one).not.toEqual(other)
})

test('nobody takes a made-up name for a real one, and twelve are called differently', () => {
  const names = Array.from({ length: 12 }, (_, number) => rehearsedName(number))
  expect(new Set(names).size).toBe(12)
  expect(names.filter((name) => !name.endsWith('(påhittad)'))).toEqual([])
  expect(rehearsedName(12)).toBe(names[0])
})

test('the texts hold together: every key once, every reference to something that there is', () => {
  const cards = texts.themes.flatMap((theme) => theme.cards)
  const outcomes = texts.themes.flatMap((theme) => theme.outcomes)
  const keys = [...texts.themes, ...cards, ...outcomes, ...outcomes.flatMap(({ criteria }) => criteria), ...texts.suitability].map(({ key }) => key) // prettier-ignore
  expect(new Set(keys).size).toBe(keys.length)
  const used = outcomes.flatMap((outcome) => [...outcome.cards, ...outcome.criteria.flatMap((each) => each.cards)]) // prettier-ignore
  expect(used.filter((key) => !cards.some((card) => card.key === key))).toEqual([])
  const needs = new Set(cards.map(({ need }) => need))
  expect(needs).toEqual(new Set(['dayOne', 'onTheJob', 'notNeeded']))
})

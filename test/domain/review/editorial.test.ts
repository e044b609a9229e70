import {
  countedConfirmations,
  holdsOf,
  isEditorial,
  partsChangedBy,
  type EditorialSteps,
} from '../../../server/domain/review/editorial.ts'
import type { PanelSeat } from '../../../server/domain/review/seats.ts'
import { CRITERION, MODULE, OTHER_MODULE, reword, textAfter } from './panel-story.ts'

const SEATS: PanelSeat[] = [
  ['Asta', 'employer'],
  ['Bo', 'employer'],
  ['Disa', 'employee'],
].map(([id = '', perspective = '']) => ({ id, perspective, part: 'member', standsInFor: null, recusals: [] }))

const said = (verdicts: Record<string, 'yes' | 'no'>) =>
  Object.entries(verdicts).map(([memberId, verdict]) => ({
    amendmentId: 'a0',
    memberId,
    confirms: verdict === 'yes',
  }))

describe('an amendment that is claimed to be editorial', () => {
  const { states } = textAfter([{ command: reword(CRITERION, 'Kontrollerar selen.', 'Kontrollerar sélen.') }])
  const isSo = (verdicts: Record<string, 'yes' | 'no'>, seats = SEATS, claimsEditorial = true) =>
    isEditorial({ id: 'a0', claimsEditorial }, countedConfirmations(said(verdicts), seats, states))
  const withSeat = (id: string, change: Partial<PanelSeat>) =>
    SEATS.map((seat) => (seat.id === id ? { ...seat, ...change } : seat))

  test.each<[who: string, verdicts: Record<string, 'yes' | 'no'>, isSo: boolean]>([
    ['nobody', {}, false],
    ['one', { Asta: 'yes' }, false],
    ['two of the same perspective', { Asta: 'yes', Bo: 'yes' }, false],
    ['two of different perspectives', { Asta: 'yes', Disa: 'yes' }, true],
    ['all', { Asta: 'yes', Bo: 'yes', Disa: 'yes' }, true],
    ['two of different perspectives, while one says no', { Asta: 'yes', Disa: 'yes', Bo: 'no' }, false],
    ['somebody who sits on the panel no more, and one who does', { Gone: 'yes', Asta: 'yes' }, false],
  ])('is so when confirmed by %s: %p %s', (_, verdicts, expected) => {
    expect(isSo(verdicts)).toBe(expected)
  })

  test('is so only if somebody claimed it', () => {
    expect(isSo({ Asta: 'yes', Disa: 'yes' }, SEATS, false)).toBe(false)
  })

  test.each<[why: string, disa: Partial<PanelSeat>, isSo: boolean]>([
    ['is recused from the whole', { recusals: [{ partId: null }] }, false],
    ['is recused from the module with the words', { recusals: [{ partId: MODULE }] }, false],
    ['is recused from another module', { recusals: [{ partId: OTHER_MODULE }] }, true],
    ['observes', { part: 'observer' }, false],
  ])('is confirmed or not by an employee who %s', (_, disa, expected) => {
    expect(isSo({ Asta: 'yes', Disa: 'yes' }, withSeat('Disa', disa))).toBe(expected)
  })

  test('is denied by nobody who is recused', () => {
    const seats = withSeat('Bo', { recusals: [{ partId: MODULE }] })
    expect(isSo({ Asta: 'yes', Disa: 'yes', Bo: 'no' }, seats)).toBe(true)
  })

  test('changes the parts that have other words by it', () => {
    expect(partsChangedBy(states, 'a0')).toEqual([MODULE])
    expect(partsChangedBy(states, 'unheard of')).toEqual([])
  })
})

describe('what was said of one wording', () => {
  const steps: EditorialSteps = new Map([
    [
      'item',
      new Map([
        ['first', ['second']],
        ['second', ['third', 'first']],
      ]),
    ],
  ])
  test.each<[seen: string, now: string, holds: boolean]>([
    ['first', 'first', true],
    ['first', 'second', true],
    ['first', 'third', true],
    ['second', 'first', true],
    ['third', 'first', false],
    ['unknown', 'first', false],
    ['unknown', 'unknown', true],
  ])(
    'the %s, holds of the %s where confirmed spelling leads from one to the other: %s',
    (seen, now, holds) => {
      expect(holdsOf(steps, 'item', seen, now)).toBe(holds)
      expect(holdsOf(steps, 'another item', seen, now)).toBe(seen === now)
    },
  )
})

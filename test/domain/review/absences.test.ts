import fc from 'fast-check'
import type { VotingRule } from '../../../schemas/types.ts'
import { absencesThatFail } from '../../../server/domain/review/absences.ts'
import { tallyItem } from '../../../server/domain/review/tally-item.ts'
import { VOTING_RULES } from '../../../server/domain/review/voting-rules.ts'
import {
  anyPerspectives,
  anyRule,
  anySeats,
  DRAWN_RULE,
  missing,
  seatsOf,
  share,
  SIX,
} from './panel-in-words.ts'

const ELEVEN = seatsOf({
  employer: '3 agree',
  employee: '3 agree',
  industryBody: '1 agrees',
  tradesBoard: '1 agrees',
  educationProvider: '2 agree',
  publicEmploymentService: '1 agrees',
})

const inShort = (seats: typeof ELEVEN, rule: VotingRule) =>
  absencesThatFail(seats, SIX, rule).map(({ perspective, count, of }) => `${count} of ${of} ${perspective}`)

test('with eleven, the rule of the drawing fails if the only member of a perspective is absent, or two of three', () => {
  expect(inShort(ELEVEN, DRAWN_RULE)).toEqual([
    '2 of 3 employer',
    '2 of 3 employee',
    '1 of 1 industryBody',
    '1 of 1 tradesBoard',
    '1 of 2 educationProvider',
    '1 of 1 publicEmploymentService',
  ])
})

test('it says what would be missing', () => {
  expect(absencesThatFail(ELEVEN, SIX, DRAWN_RULE).at(-1)?.missing).toEqual([
    missing('answers-of-perspective', 'publicEmploymentService', {}),
    missing('agreement-of-perspective', 'publicEmploymentService', {}),
  ])
})

test('under consent it fails when a perspective is gone altogether', () => {
  expect(inShort(ELEVEN, VOTING_RULES.consent)).toEqual([
    '3 of 3 employer',
    '3 of 3 employee',
    '1 of 1 industryBody',
    '1 of 1 tradesBoard',
    '2 of 2 educationProvider',
    '1 of 1 publicEmploymentService',
  ])
})

test('where no perspective must be heard, nobody is missed', () => {
  const rule = { ...VOTING_RULES.consent, quorum: { inAll: share(2, 3), perPerspective: 0 } }
  expect(inShort(ELEVEN, rule)).toEqual([])
})

test('a perspective without members is missed already; of the others it still says when they would be', () => {
  const without = ELEVEN.filter(({ perspective }) => perspective !== 'tradesBoard')
  const absences = absencesThatFail(without, SIX, VOTING_RULES.consent)
  expect(absences).toHaveLength(6)
  expect(absences[3]).toEqual({
    perspective: 'tradesBoard',
    count: 0,
    of: 0,
    missing: [missing('nobody-left', 'tradesBoard', { of: 0, isReachable: false })],
  })
  expect(absences[4]).toMatchObject({ perspective: 'educationProvider', count: 2, of: 2 })
})

test('where the rule holds with everybody there, it fails without those, and not without one less', () => {
  fc.assert(
    fc.property(anySeats, anyPerspectives, anyRule, (seats, perspectives, rule) => {
      const stateWithout = (perspective: string, count: number) => {
        let left = count
        const answers = seats.map((seat) => {
          const isAbsent = seat.perspective === perspective && left-- > 0
          return { ...seat, answer: isAbsent ? ('none' as const) : ('agree' as const) }
        })
        return tallyItem(answers, perspectives, rule).state
      }
      fc.pre(stateWithout('', 0) === 'ready')
      for (const { perspective, count } of absencesThatFail(seats, perspectives, rule)) {
        expect(stateWithout(perspective, count)).toBe('waiting')
        expect(stateWithout(perspective, count - 1)).toBe('ready')
      }
    }),
  )
})

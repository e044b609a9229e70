import fc from 'fast-check'
import type { MissingVote, Perspective } from '../../../../schemas/types.ts'
import { missingInWords } from '../../../../server/domain/review/in-words/missing-in-words.ts'
import { tallyItem } from '../../../../server/domain/review/tally-item.ts'
import { anyPerspectives, anyRule, anySeats, missing, PERSPECTIVES } from '../panel-in-words.ts'

const own: Perspective = { id: 'perspectiveX', code: 'PX', name: 'Perspektiv X' }
const KNOWN = [...PERSPECTIVES, own]

const never = { isReachable: false }
const answers = (has: number, of: number, needed: number) =>
  missing('answers-in-all', null, { has, of, needed })
const agreement = (has: number, of: number, needed: number) =>
  missing('agreement-in-all', null, { has, of, needed })
const answersOf = (perspective: string, has: number, of: number, needed = 1) =>
  missing('answers-of-perspective', perspective, { has, of, needed })
const agreementOf = (perspective: string, has: number, of: number, needed: number) =>
  missing('agreement-of-perspective', perspective, { has, of, needed })
const aloneIn = (perspective: string) => [answersOf(perspective, 0, 1), agreementOf(perspective, 0, 1, 1)]

type Row = [missing: readonly MissingVote[], swedish: string, english: string]

const titled = (rows: readonly Row[]) =>
  rows.map(([votes, swedish, english]) => ({ votes, swedish, english }))

function expectWords({ votes, swedish, english }: ReturnType<typeof titled>[number]) {
  expect(missingInWords(votes, KNOWN, 'sv')).toBe(swedish)
  expect(missingInWords(votes, KNOWN, 'en')).toBe(english)
}

describe('what is waited for', () => {
  test.each(
    titled([
      [
        [
          agreementOf('employee', 1, 3, 2),
          answersOf('educationProvider', 0, 3),
          agreementOf('educationProvider', 0, 3, 2),
        ],
        'Behöver 1 arbetstagare till och 2 av 3 utbildare.',
        'Needs 1 more employee and 2 of 3 educators.',
      ],
      [[agreementOf('employer', 1, 5, 4)], 'Behöver 3 arbetsgivare till.', 'Needs 3 more employers.'],
      [[agreementOf('serviceUser', 0, 2, 2)], 'Behöver båda brukarna.', 'Needs both service users.'],
      [[agreementOf('employer', 0, 3, 3)], 'Behöver alla 3 arbetsgivarna.', 'Needs all 3 employers.'],
      [[agreementOf('employer', 0, 2, 1)], 'Behöver 1 av 2 arbetsgivare.', 'Needs 1 of 2 employers.'],
      [aloneIn('employee'), 'Behöver arbetstagarens svar.', 'Needs the employee’s answer.'],
      [
        [...aloneIn('tradesBoard'), ...aloneIn('publicEmploymentService')],
        'Behöver svar från yrkesnämnden och Arbetsförmedlingen.',
        'Needs answers from the trades board and the public employment service.',
      ],
      [
        [agreementOf('tradesBoard', 1, 3, 2)],
        'Behöver 1 svar till från yrkesnämnden.',
        'Needs 1 more answer from the trades board.',
      ],
      [
        [agreementOf('industryBody', 0, 3, 2)],
        'Behöver 2 av 3 svar från branschorganisationerna.',
        'Needs 2 of 3 answers from the industry bodies.',
      ],
      [
        [agreementOf('publicEmploymentService', 0, 2, 2)],
        'Behöver båda svaren från Arbetsförmedlingen.',
        'Needs both answers from the public employment service.',
      ],
      [
        [agreementOf('perspectiveX', 1, 3, 2)],
        'Behöver 1 svar till från Perspektiv X.',
        'Needs 1 more answer from Perspektiv X.',
      ],
      [aloneIn('perspectiveX'), 'Behöver svar från Perspektiv X.', 'Needs an answer from Perspektiv X.'],
      [
        [answersOf('employee', 0, 3)],
        'Behöver 1 svar från arbetstagarna.',
        'Needs 1 answer from the employees.',
      ],
      [
        [answersOf('employee', 0, 3, 2), agreementOf('employee', 0, 3, 1)],
        'Behöver 2 svar från arbetstagarna (minst 1 som instämmer).',
        'Needs 2 answers from the employees (at least 1 in agreement).',
      ],
      [
        [answersOf('employee', 1, 3, 2)],
        'Behöver 1 svar till från arbetstagarna.',
        'Needs 1 more answer from the employees.',
      ],
      [[answers(7, 11, 8)], 'Behöver 1 svar till.', 'Needs 1 more answer.'],
      [[agreement(7, 11, 8)], 'Behöver 1 till som instämmer.', 'Needs 1 more who agrees.'],
      [[answers(5, 11, 8), agreement(5, 11, 8)], 'Behöver 3 till som instämmer.', 'Needs 3 more who agree.'],
      [
        [answers(5, 11, 8), agreement(4, 11, 6)],
        'Behöver 3 svar till (minst 2 som instämmer).',
        'Needs 3 more answers (at least 2 in agreement).',
      ],
      [
        [answers(5, 11, 8), agreementOf('employee', 1, 3, 2)],
        'Behöver 1 arbetstagare till och sammanlagt 3 svar till.',
        'Needs 1 more employee and 3 more answers in all.',
      ],
      [
        [answers(7, 11, 8), agreementOf('employee', 1, 3, 2)],
        'Behöver 1 arbetstagare till.',
        'Needs 1 more employee.',
      ],
      [
        [agreement(5, 11, 8), agreementOf('employee', 1, 3, 2)],
        'Behöver 1 arbetstagare till och sammanlagt 3 till som instämmer.',
        'Needs 1 more employee and 3 more who agree in all.',
      ],
      [
        [agreementOf('employee', 1, 3, 2), agreementOf('employer', 1, 3, 2), ...aloneIn('tradesBoard')],
        'Behöver 1 arbetstagare till, 1 arbetsgivare till och yrkesnämndens svar.',
        'Needs 1 more employee, 1 more employer and the trades board’s answer.',
      ],
    ]),
  )('$swedish', expectWords)
})

describe('what stops', () => {
  const blocked = (perspective: string, has: number, of: number) =>
    missing('blocked', perspective, { has, of, needed: 0, ...never })
  const split = (perspective: string, has: number, of: number, needed: number) =>
    missing('agreement-of-perspective', perspective, { has, of, needed, ...never })

  test.each(
    titled([
      [
        [split('tradesBoard', 0, 1, 1), blocked('tradesBoard', 1, 1)],
        'Yrkesnämnden instämmer inte och kan stoppa.',
        'The trades board disagrees and can stop it.',
      ],
      [
        [blocked('employee', 1, 3)],
        'Arbetstagarna: 1 av 3 instämmer inte och kan stoppa.',
        'The employees: 1 of 3 disagrees and can stop it.',
      ],
      [
        [blocked('perspectiveX', 2, 2)],
        'Perspektiv X: 2 av 2 instämmer inte och kan stoppa.',
        'Perspektiv X: 2 of 2 disagree and can stop it.',
      ],
      [
        [split('employee', 1, 3, 2)],
        'Arbetstagarna: 1 av 3 instämmer, 2 behövs.',
        'The employees: 1 of 3 agrees, 2 needed.',
      ],
      [
        [split('employee', 0, 3, 2)],
        'Arbetstagarna: ingen av 3 instämmer, 2 behövs.',
        'The employees: none of 3 agrees, 2 needed.',
      ],
      [[split('employee', 0, 1, 1)], 'Arbetstagaren instämmer inte.', 'The employee does not agree.'],
      [
        [
          missing('agreement-in-all', null, { has: 6, of: 11, needed: 8, ...never }),
          split('educationProvider', 0, 2, 2),
        ],
        'Utbildarna: ingen av 2 instämmer, 2 behövs. Hela panelen: 6 av 11 instämmer, 8 behövs.',
        'The educators: none of 2 agrees, 2 needed. The whole panel: 6 of 11 agree, 8 needed.',
      ],
      [
        [missing('nobody-left', 'employer', { of: 0, ...never })],
        'Ingen arbetsgivare kan ta ställning.',
        'No employer can take a position.',
      ],
      [
        [missing('nobody-left', 'publicEmploymentService', { of: 0, ...never })],
        'Ingen från Arbetsförmedlingen kan ta ställning.',
        'Nobody from the public employment service can take a position.',
      ],
      [
        [
          missing('agreement-in-all', null, { of: 0, ...never }),
          missing('nobody-left', 'employer', { of: 0, ...never }),
        ],
        'Ingen ledamot kan ta ställning.',
        'No member can take a position.',
      ],
      [
        [missing('answers-in-all', null, { has: 3, of: 11, needed: 12, ...never })],
        'Hela panelen: 12 svar behövs av 11.',
        'The whole panel: 12 answers needed of 11.',
      ],
      [
        [agreementOf('employer', 1, 3, 2), blocked('tradesBoard', 1, 1)],
        'Yrkesnämnden instämmer inte och kan stoppa. Behöver 1 arbetsgivare till.',
        'The trades board disagrees and can stop it. Needs 1 more employer.',
      ],
    ]),
  )('$swedish', expectWords)
})

test('nothing is said when nothing is missing', () => {
  expect(missingInWords([], KNOWN, 'sv')).toBe('')
})

test('something is said exactly when something is missing, and no gap is left open', () => {
  fc.assert(
    fc.property(
      anySeats,
      anyPerspectives,
      anyRule,
      fc.constantFrom('sv', 'en'),
      (seats, ids, rule, locale) => {
        const tally = tallyItem(seats, ids, rule)
        const words = missingInWords(tally.missing, PERSPECTIVES, locale)
        expect(words === '').toBe(tally.state === 'ready')
        expect(words).not.toMatch(/[{}]|undefined|NaN| {2}|\b0 (?:svar|more|till)/u)
      },
    ),
    { numRuns: 1000 },
  )
})

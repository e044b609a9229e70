import type { ContestedItem, PartTally, Perspective } from '../../../../schemas/types.ts'
import { statusInWords } from '../../../../server/domain/review/in-words/status-in-words.ts'
import { tallyItem } from '../../../../server/domain/review/tally-item.ts'
import { VOTING_RULES } from '../../../../server/domain/review/voting-rules.ts'
import { DRAWN_RULE, PERSPECTIVES, seatsOf, SIX } from '../panel-in-words.ts'

type Row = Parameters<typeof statusInWords>[0]

/** A row of the drawing: the answers of its six columns, with the items whose positions wait. */
function row(said: readonly string[], stale: readonly string[] = []): Row {
  const seats = seatsOf(Object.fromEntries(SIX.map((id, at) => [id, said[at] ?? ''])))
  const tally = tallyItem(seats, SIX, DRAWN_RULE)
  return {
    ...tally,
    cells: tally.perspectives.map(({ perspective, state }): PartTally['cells'][number] => ({
      perspective,
      state,
      marks: seats
        .filter((seat) => seat.perspective === perspective)
        .map(({ answer }) => ({ memberId: null, mark: answer })),
    })),
    staleAnswers: seats.filter(({ answer }) => answer === 'stale').length,
    contested: stale.map((number): ContestedItem => ({
      itemId: number,
      number,
      wording: '',
      tally,
      unlike: [],
    })),
  }
}

describe('the rows of the drawing end as they are drawn', () => {
  test.each([
    [
      1,
      row(['3 agree', '3 agree', '1 agrees', '1 agrees', '2 agree', '1 agrees']),
      'Klar att anta.',
      'Ready to be adopted.',
    ],
    [
      2,
      row(['2 agree, 1 change', '3 agree', '1 agrees', '1 agrees', '2 agree', '1 agrees']),
      'Klar att anta, med en ändring.',
      'Ready to be adopted, with one change.',
    ],
    [
      3,
      row(['3 agree', '2 agree, 1 abstains', '1 agrees', '1 agrees', '2 agree', '1 agrees']),
      'Klar att anta.',
      'Ready to be adopted.',
    ],
    [
      4,
      row(
        ['2 agree, 1 change', '1 agrees, 2 stale', '1 agrees', '1 agrees', '1 change, 1 stale', '1 agrees'],
        ['4.3 b'],
      ),
      'Behöver 1 arbetstagare till och 1 utbildare till. Tre svar väntar efter ändringen i 4.3\u00A0b.',
      'Needs 1 more employee and 1 more educator. Three answers are waiting after the change to 4.3\u00A0b.',
    ],
    [
      5,
      row(['2 agree, 1 disagrees', '1 agrees, 2 disagree', '1 agrees', '1 change', '2 agree', '1 agrees']),
      'Arbetstagarna: 1 av 3 instämmer, 2 behövs. Tas upp på mötet.',
      'The employees: 1 of 3 agrees, 2 needed. To be taken up at the meeting.',
    ],
    [
      7,
      row(['2 agree, 1 silent', '3 agree', '1 agrees', '1 disagrees', '2 agree', '1 agrees']),
      'Yrkesnämnden instämmer inte och kan stoppa. Tas upp på mötet.',
      'The trades board disagrees and can stop it. To be taken up at the meeting.',
    ],
    [
      8,
      row(['3 agree', '3 agree', '1 agrees', '1 agrees', '1 agrees, 1 silent', '1 silent']),
      'Behöver 1 utbildare till och Arbetsförmedlingens svar.',
      'Needs 1 more educator and the public employment service’s answer.',
    ],
  ])('module %i', (_, its, swedish, english) => {
    expect(statusInWords(its, PERSPECTIVES, 'sv')).toBe(swedish)
    expect(statusInWords(its, PERSPECTIVES, 'en')).toBe(english)
  })
})

const waiting = (stale: string, ...numbers: string[]) =>
  row(['2 agree, 1 silent', `1 agrees, ${stale}`, '1 agrees', '1 agrees', '2 agree', '1 agrees'], numbers)

test.each<[when: string, row: Row, words: string]>([
  [
    'several want changes',
    row(['2 agree, 1 change', '2 agree, 1 change', '1 agrees', '1 agrees', '2 agree', '1 agrees']),
    'Klar att anta, med ändringar.',
  ],
  [
    'nobody has answered',
    row(['3 silent', '3 silent', '1 silent', '1 silent', '2 silent', '1 silent']),
    'Behöver 2 av 3 arbetsgivare, 2 av 3 arbetstagare och båda utbildarna samt svar från branschorganisationen, yrkesnämnden och Arbetsförmedlingen.',
  ],
  [
    'one answer waits, and where is not known',
    waiting('1 stale, 1 silent'),
    'Behöver 1 arbetstagare till. Ett svar väntar efter ändringar i texten.',
  ],
  [
    'two items have been changed',
    waiting('2 stale', '2.1', '2.4 a'),
    'Behöver 1 arbetstagare till. Två svar väntar efter ändringarna i 2.1 och 2.4\u00A0a.',
  ],
  [
    'so many have been changed that they are not told',
    waiting('2 stale', '2.1', '2.2', '2.3', '2.4'),
    'Behöver 1 arbetstagare till. Två svar väntar efter ändringar i texten.',
  ],
  [
    'it is stopped: what else is waited for is for later',
    row(['3 silent', '3 agree', '1 agrees', '1 disagrees', '2 stale', '1 agrees']),
    'Yrkesnämnden instämmer inte och kan stoppa. Tas upp på mötet.',
  ],
  [
    'an item by itself has a change',
    tallyItem(seatsOf({ employer: '1 change' }), [], VOTING_RULES.consensus),
    'Klar att anta, med ändringar.',
  ],
])('when %s, it says so', (_, its, words) => {
  expect(statusInWords(its, PERSPECTIVES, 'sv')).toBe(words)
})

test('a perspective that the installation calls something else is called so, unbent', () => {
  const renamed = PERSPECTIVES.map((each): Perspective =>
    each.id === 'employee' ? { ...each, name: 'Facket' } : each,
  )
  const its = row(['3 agree', '1 agrees, 2 silent', '1 agrees', '1 agrees', '2 agree', '1 agrees'])
  expect(statusInWords(its, renamed, 'sv')).toBe('Behöver 1 svar till från Facket.')
})

import type { Absence } from '../../../../schemas/types.ts'
import { absenceInWords } from '../../../../server/domain/review/in-words/absence-in-words.ts'
import { PERSPECTIVES } from '../panel-in-words.ts'

const KNOWN = [...PERSPECTIVES, { id: 'perspectiveX', code: 'PX', name: 'Perspektiv X' }]
const absence = (perspective: string, count: number, of: number): Absence => ({
  perspective,
  count,
  of,
  missing: [],
})

const ROWS: readonly [size: number, absences: Absence[], swedish: string, english: string][] = [
  [
    11,
    [absence('publicEmploymentService', 1, 1)],
    'Med de här elva går inget att anta om Arbetsförmedlingen är borta.',
    'With these eleven, nothing can be adopted in the absence of the public employment service.',
  ],
  [
    11,
    [absence('employer', 2, 3), absence('tradesBoard', 1, 1), absence('educationProvider', 1, 2)],
    'Med de här elva går inget att anta om två av de tre arbetsgivarna, yrkesnämnden eller en av de två utbildarna är borta.',
    'With these eleven, nothing can be adopted in the absence of two of the three employers, the trades board or one of the two educators.',
  ],
  [
    14,
    [absence('educationProvider', 2, 2), absence('employee', 3, 3), absence('perspectiveX', 2, 3)],
    'Med de här 14 går inget att anta om båda utbildarna, alla tre arbetstagarna eller två av de tre från Perspektiv X är borta.',
    'With these 14, nothing can be adopted in the absence of both educators, all three employees or two of the three from Perspektiv X.',
  ],
  [
    8,
    [absence('employee', 0, 0), absence('publicEmploymentService', 0, 0)],
    'Ingen arbetstagare är med, och då går inget att anta. Ingen från Arbetsförmedlingen är med, och då går inget att anta.',
    'There is no employee, and so nothing can be adopted. There is nobody from the public employment service, and so nothing can be adopted.',
  ],
  [
    11,
    [],
    'De här elva klarar regeln även om ett helt perspektiv är borta.',
    'These eleven meet the rule even in the absence of a whole perspective.',
  ],
  [
    1,
    [absence('employer', 1, 1)],
    'Inget går att anta om arbetsgivaren är borta.',
    'Nothing can be adopted in the absence of the employer.',
  ],
]

test.each(ROWS.map(([size, absences, swedish, english]) => ({ size, absences, swedish, english })))(
  '$swedish',
  ({ size, absences, swedish, english }) => {
    expect(absenceInWords(absences, size, KNOWN, 'sv')).toBe(swedish)
    expect(absenceInWords(absences, size, KNOWN, 'en')).toBe(english)
  },
)

import type { Share, VotingRule } from '../../../../schemas/types.ts'
import { ruleInWords } from '../../../../server/domain/review/in-words/rule-in-words.ts'
import { shareInWords } from '../../../../server/domain/review/in-words/number-in-words.ts'
import { VOTING_RULES } from '../../../../server/domain/review/voting-rules.ts'
import { DRAWN_RULE, PERSPECTIVES, share } from '../panel-in-words.ts'

const ELEVEN = {
  employer: 3,
  employee: 3,
  industryBody: 1,
  tradesBoard: 1,
  educationProvider: 2,
  publicEmploymentService: 1,
}
const { consensus, twoThirds, consent } = VOTING_RULES
const KNOWN = [...PERSPECTIVES, { id: 'perspectiveX', code: 'PX', name: 'Perspektiv X' }]

const law = (rule: VotingRule, counts: Record<string, number>, locale: 'sv' | 'en' = 'sv') =>
  ruleInWords(rule, KNOWN, counts, locale)[0]
const quorum = (inAll: Share, perPerspective: number): VotingRule => ({
  ...consent,
  quorum: { inAll, perPerspective },
})
const majority = (inAll: Share | null, perPerspective: Share | null): VotingRule => ({
  ...consensus,
  majority: { inAll, perPerspective },
})
const blockedBy = (...perspectives: string[]): VotingRule => ({
  ...consent,
  blocking: { who: 'perspectives', perspectives },
})

test.each<[name: string, rule: VotingRule, swedish: string, english: string]>([
  [
    'the drawing',
    DRAWN_RULE,
    'En modul antas när minst åtta av elva har tagit ställning, alla sex perspektiv är med, minst två tredjedelar i varje perspektiv instämmer och yrkesnämnden inte säger nej.',
    'A module is adopted when at least eight of eleven have taken a position, all six perspectives take part, at least two thirds of each perspective agree and the trades board does not say no.',
  ],
  [
    'consensus',
    consensus,
    'En modul antas när minst åtta av elva har tagit ställning, alla sex perspektiv är med och minst två tredjedelar instämmer både i hela panelen och i varje perspektiv.',
    'A module is adopted when at least eight of eleven have taken a position, all six perspectives take part and at least two thirds agree both in the whole panel and in each perspective.',
  ],
  [
    'two thirds',
    twoThirds,
    'En modul antas när minst åtta av elva har tagit ställning, alla sex perspektiv är med, minst två tredjedelar av hela panelen instämmer och minst hälften i varje perspektiv instämmer.',
    'A module is adopted when at least eight of eleven have taken a position, all six perspectives take part, at least two thirds of the whole panel agree and at least half of each perspective agree.',
  ],
  [
    'consent',
    consent,
    'En modul antas när minst åtta av elva har tagit ställning, alla sex perspektiv är med, minst en instämmer och ingen säger nej.',
    'A module is adopted when at least eight of eleven have taken a position, all six perspectives take part, at least one agrees and nobody says no.',
  ],
])('the law of %s, for a panel of eleven', (_, rule, swedish, english) => {
  expect(law(rule, ELEVEN)).toBe(swedish)
  expect(law(rule, ELEVEN, 'en')).toBe(english)
})

test('as long as nobody knows how large the panel is, it speaks of shares', () => {
  expect(law(consensus, {})).toBe(
    'En modul antas när minst två tredjedelar av ledamöterna har tagit ställning, alla perspektiv är med och minst två tredjedelar instämmer både i hela panelen och i varje perspektiv.',
  )
})

const LAWS: readonly [rule: VotingRule, counts: Record<string, number>, words: string][] = [
  [quorum(share(1, 1), 0), ELEVEN, 'alla elva har tagit ställning'],
  [quorum(share(1, 1), 0), {}, 'alla ledamöter har tagit ställning'],
  [quorum(share(1, 2), 0), {}, 'minst hälften av ledamöterna har tagit ställning'],
  [quorum(share(1, 1), 1), { employee: 2 }, 'båda ledamöterna har tagit ställning'],
  [quorum(share(1, 1), 1), { employee: 1 }, 'den enda ledamoten har tagit ställning'],
  [
    quorum(share(1, 2), 1),
    { employee: 7, employer: 7 },
    'minst sju av 14 har tagit ställning, båda perspektiven är med',
  ],
  [
    quorum(share(1, 2), 2),
    ELEVEN,
    'minst sex av elva har tagit ställning, minst två i varje perspektiv har tagit ställning (eller alla, om de är färre)',
  ],
  [majority(share(1, 1), share(1, 1)), ELEVEN, 'är med och alla instämmer.'],
  [majority(null, share(1, 1)), ELEVEN, 'är med och alla i varje perspektiv instämmer.'],
  [
    majority(share(4, 6), share(2, 3)),
    ELEVEN,
    'minst två tredjedelar instämmer både i hela panelen och i varje',
  ],
  [blockedBy('employee'), ELEVEN, 'och ingen arbetstagare säger nej.'],
  [blockedBy('employee'), { employee: 1 }, 'och arbetstagaren inte säger nej.'],
  [
    blockedBy('tradesBoard', 'industryBody'),
    {},
    'yrkesnämnden inte säger nej och branschorganisationen inte säger nej.',
  ],
  [blockedBy('tradesBoard'), { tradesBoard: 2, employee: 1 }, 'ingen från yrkesnämnden säger nej.'],
  [blockedBy('perspectiveX'), { perspectiveX: 1 }, 'Perspektiv X inte säger nej.'],
  [blockedBy('perspectiveX'), {}, 'ingen från Perspektiv X säger nej.'],
]

test.each(LAWS.map(([rule, counts, words]) => ({ rule, counts, words })))(
  'a law says: $words',
  ({ rule, counts, words }) => {
    expect(law(rule, counts)).toContain(words)
  },
)

test('the other sentences say how it is counted', () => {
  expect(ruleInWords(consensus, PERSPECTIVES, ELEVEN, 'sv').slice(1)).toEqual([
    'Varje läranderesultat och kriterium räknas för sig, och modulen är klar när alla är det.',
    'Den som instämmer med en ändring räknas till dem som instämmer.',
    'Den som avstår har svarat, men räknas inte med när man ser hur stor del som instämmer.',
    'När orden ändras räknas bara svar på de nya orden, utom när två ledamöter från olika perspektiv har bekräftat att ändringen bara är språklig.',
    'Alla i panelen ser varandras svar.',
  ])
})

test.each<[sentence: string, rule: VotingRule]>([
  ['Den som avstår har svarat.', consent],
  ['Den som avstår räknas som att inte instämma.', { ...consensus, abstention: 'against' }],
  ['Svaren är dolda tills panelen har beslutat.', { ...consensus, visibility: 'hidden' }],
])('one of them is: %s', (sentence, rule) => {
  expect(ruleInWords(rule, PERSPECTIVES, ELEVEN, 'sv')).toContain(sentence)
})

test.each([
  [share(1, 2), 'hälften', 'half'],
  [share(50, 100), 'hälften', 'half'],
  [share(1, 3), 'en tredjedel', 'one third'],
  [share(2, 3), 'två tredjedelar', 'two thirds'],
  [share(3, 4), 'tre fjärdedelar', 'three quarters'],
  [share(4, 5), 'fyra femtedelar', 'four fifths'],
  [share(11, 12), 'elva tolftedelar', 'eleven twelfths'],
  [share(65, 100), '65 procent', '65 percent'],
  [share(13, 17), '13/17', '13/17'],
])('%j is said %s, %s', (each, swedish, english) => {
  expect([shareInWords('sv', each), shareInWords('en', each)]).toEqual([swedish, english])
})

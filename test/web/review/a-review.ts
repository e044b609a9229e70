import type {
  MissingVote,
  PanelMember,
  PartTally,
  PerspectiveCount,
  Review,
  ReviewActs,
  ReviewTally,
  TallyCell,
} from '../../../schemas/types.ts'
import { DEFAULT_SETTINGS } from '../../../server/domain/installation/settings.ts'
import { REVIEW_ACT_NAMES } from '../../../server/domain/review/acts.ts'
import { VOTING_RULES } from '../../../server/domain/review/voting-rules.ts'

const id = (number: number) => `0192f0c1-7b1a-7c3e-9d55-${String(number).padStart(12, '0')}`

/** Three employers, three employees, an industry body, a trades board, two educators and Arbetsförmedlingen. */
const SEATS: readonly (readonly [perspective: string, name: string])[] = [
  ['employer', 'Karin Holm'],
  ['employer', 'Samir Haddad'],
  ['employer', 'Eva Lindqvist'],
  ['employee', 'Amina Yusuf'],
  ['employee', 'Olle Berg'],
  ['employee', 'Petra Nilsson'],
  ['industryBody', 'Jonas Ek'],
  ['tradesBoard', 'Maria Sand'],
  ['educationProvider', 'Li Andersson'],
  ['educationProvider', 'Hugo Dahl'],
  ['publicEmploymentService', 'Sara Wik'],
]

export function aMember(changes: Partial<PanelMember> = {}): PanelMember {
  return {
    id: id(1),
    name: 'Karin Holm',
    email: 'karin@exempel.se',
    organisation: 'Hemtjänst AB',
    perspective: 'employer',
    part: 'member',
    substituteFor: null,
    standsInFor: null,
    recusals: [],
    isNamed: false,
    isMe: false,
    ...changes,
  }
}

export function theMembers(): PanelMember[] {
  return SEATS.map(([perspective, name], index) =>
    aMember({
      id: id(index + 1),
      name,
      perspective,
      email: `${name.split(' ')[0]?.toLowerCase()}@exempel.se`,
      organisation: `Organisation ${index + 1}`,
    }),
  )
}

/** Somebody who may do only these things. */
export function actsOf(...allowed: readonly (keyof ReviewActs)[]): ReviewActs {
  const acts = REVIEW_ACT_NAMES.map((act) => [act, allowed.includes(act)] as const)
  return Object.fromEntries(acts) as Record<keyof ReviewActs, boolean>
}

/** The panel's second round on Personlig assistent, with eleven members of six perspectives, as a coordinator sees it. */
export function aReview(changes: Partial<Review> = {}): Review {
  const round = {
    number: 2,
    kind: 'ordinary',
    openedAt: '2026-10-05T08:00:00Z',
    answerBy: '2026-10-19',
    revealedAt: null,
  } as const
  return {
    id: id(100),
    profileId: id(200),
    profileSlug: 'personlig-assistent',
    profileTitle: 'Personlig assistent',
    status: 'open',
    submittedAt: '2026-09-01T08:00:00Z',
    revision: 2,
    round,
    rounds: [
      {
        ...round,
        number: 1,
        kind: 'quiet',
        openedAt: '2026-09-14T08:00:00Z',
        revealedAt: '2026-10-05T08:00:00Z',
      },
      round,
    ],
    rule: VOTING_RULES.consensus,
    perspectives: [...DEFAULT_SETTINGS.perspectives],
    composition: { members: theMembers(), status: 'approved', answers: [], hints: [], absences: [] },
    meetings: [],
    clocks: {
      turn: 'members',
      since: '2026-10-12T08:00:00Z',
      membersMinutes: 8 * 24 * 60,
      editorsMinutes: 3 * 24 * 60,
      answerBy: '2026-10-22',
    },
    former: '1.0.0',
    decisions: [],
    recallableUntil: null,
    published: null,
    me: null,
    acts: actsOf(
      'readText',
      'readTally',
      'open',
      'recuse',
      'standIn',
      'summon',
      'handOver',
      'settle',
      'close',
      'conductMeeting',
      'printMinutes',
    ),
    now: '2026-10-14T09:00:00Z',
    ...changes,
  }
}

type Mark = TallyCell['marks'][number]['mark']
const LETTERS: Record<string, Mark> = {
  a: 'agree',
  c: 'agreeWithChange',
  d: 'disagree',
  o: 'abstain',
  s: 'stale',
  '-': 'none',
  x: 'answered',
}

type Row = {
  readonly number: string
  readonly title: string
  /** For each perspective, a letter for each member: a, c, d, o(ther), s(tale), - for none, x for hidden. */
  readonly marks: readonly string[]
  /** The same of what is not contested; where nothing is, as above. */
  readonly rest?: readonly string[]
  readonly state?: PartTally['state']
  readonly missing?: readonly MissingVote[]
  readonly short?: readonly string[]
  readonly stopped?: readonly string[]
  readonly changes?: Partial<PartTally>
}

export function aPart({
  number,
  title,
  marks,
  rest = marks,
  state = 'ready',
  missing = [],
  short = [],
  stopped = [],
  changes,
}: Row): PartTally {
  const perspectives = [...new Set(SEATS.map(([perspective]) => perspective))]
  const cells = perspectives.map((perspective, index): TallyCell => ({
    perspective,
    state: stopped.includes(perspective) ? 'stopped' : short.includes(perspective) ? 'short' : 'enough',
    marks: saidBy(perspective, marks[index]),
  }))
  return {
    partId: id(300 + Number(number)),
    number,
    title,
    state,
    hasChanges: marks.join('').includes('c'),
    missing: [...missing],
    about: null,
    aboutNumber: '',
    cells,
    openRemarks: 0,
    staleAnswers: marks
      .join('')
      .split('')
      .filter((letter) => letter === 's').length,
    contested: [],
    rest: {
      tally: {
        state: 'ready',
        hasChanges: rest.join('').includes('c'),
        missing: [],
        perspectives: perspectives.map((perspective, index) =>
          countOf(perspective, saidBy(perspective, rest[index])),
        ),
      },
      marks: perspectives.flatMap((perspective, index) => saidBy(perspective, rest[index])),
    },
    ...changes,
  }
}

/** What the members of a perspective say, a letter for each. */
function saidBy(perspective: string, letters = ''): TallyCell['marks'] {
  const seats = theMembers().filter((member) => member.perspective === perspective)
  return letters.split('').map((letter, at) => ({
    memberId: letter === 'x' ? null : (seats[at]?.id ?? null),
    mark: LETTERS[letter] ?? 'none',
  }))
}

function countOf(perspective: string, marks: TallyCell['marks']): PerspectiveCount {
  const many = (kind: Mark) => marks.filter(({ mark }) => mark === kind).length
  return {
    perspective,
    state: 'enough',
    agree: many('agree'),
    agreeWithChange: many('agreeWithChange'),
    disagree: many('disagree'),
    abstain: many('abstain'),
    stale: many('stale'),
    none: many('none'),
  }
}

const vote = (changes: Partial<MissingVote>): MissingVote => ({
  kind: 'agreement-of-perspective',
  perspective: 'employee',
  missing: 1,
  has: 1,
  of: 3,
  needed: 2,
  isReachable: true,
  ...changes,
})

/** The table of the panel as the mock-up has it, and a row for the whole occupation. */
export function theParts(): PartTally[] {
  const all = ['aaa', 'aaa', 'a', 'a', 'aa', 'a']
  return [
    aPart({ number: '', title: 'Personlig assistent', marks: all }),
    aPart({ number: '1', title: 'Uppdraget och rollen', marks: all }),
    aPart({ number: '2', title: 'Bemötande och kommunikation', marks: ['aac', 'aaa', 'a', 'a', 'aa', 'a'] }),
    aPart({ number: '3', title: 'Personlig omvårdnad i hemmet', marks: ['aaa', 'aao', 'a', 'a', 'aa', 'a'] }),
    aPart({
      number: '4',
      title: 'Förflyttning, hjälpmedel och ergonomi',
      marks: ['aac', 'as-', 'a', 'a', 'cs', 'a'],
      state: 'waiting',
      missing: [vote({}), vote({ perspective: 'educationProvider', of: 2 })],
      short: ['employee', 'educationProvider'],
    }),
    aPart({
      number: '5',
      title: 'Måltid, hushåll och vardagsekonomi',
      marks: ['aad', 'add', 'a', 'c', 'aa', 'a'],
      rest: ['aaa', 'aaa', 'a', 'c', 'aa', 'a'],
      state: 'stopped',
      missing: [vote({ isReachable: false })],
      stopped: ['employee'],
      changes: {
        openRemarks: 2,
        contested: [
          {
            itemId: id(501),
            number: '5.3 b',
            wording: 'Planerar inköp tillsammans med den som får assistans.',
            tally: {
              state: 'stopped',
              hasChanges: false,
              missing: [vote({ isReachable: false })],
              perspectives: [
                countOf('employer', saidBy('employer', 'aad')),
                { ...countOf('employee', saidBy('employee', 'add')), state: 'stopped' },
              ],
            },
            unlike: [...saidBy('employer', 'aad'), ...saidBy('employee', 'add')].filter(
              ({ mark }) => mark === 'disagree',
            ),
          },
        ],
      },
    }),
    aPart({
      number: '6',
      title: 'Delaktighet, fritid och samhällsliv',
      marks: ['aaa', 'aac', 'a', 'a', 'aa', 'a'],
    }),
    aPart({
      number: '7',
      title: 'Säkerhet, hygien och beredskap',
      marks: ['aa-', 'aaa', 'a', 'd', 'aa', 'a'],
      state: 'stopped',
      missing: [
        vote({
          kind: 'blocked',
          perspective: 'tradesBoard',
          missing: 1,
          has: 1,
          of: 1,
          needed: 0,
          isReachable: false,
        }),
      ],
      stopped: ['tradesBoard'],
    }),
    aPart({
      number: '8',
      title: 'Samverkan, dokumentation och egen utveckling',
      marks: ['aaa', 'aaa', 'a', 'a', 'a-', '-'],
      state: 'waiting',
      missing: [
        vote({ perspective: 'educationProvider', of: 2 }),
        vote({ perspective: 'publicEmploymentService', has: 0, of: 1, needed: 1 }),
      ],
      short: ['educationProvider', 'publicEmploymentService'],
    }),
  ]
}

export function aTally(changes: Partial<ReviewTally> = {}): ReviewTally {
  const parts = changes.parts ?? theParts()
  return {
    reviewId: id(100),
    textDigest: 'a'.repeat(64),
    isHidden: false,
    parts,
    ready: parts.filter(({ state }) => state === 'ready').length,
    agenda: parts.map(({ partId, number, title, state }) => ({
      kind: state === 'ready' ? 'consent' : 'discussion',
      partId,
      number,
      title,
      minutes: 10,
      disagreement: 0,
      importance: 3,
      openRemarks: 0,
    })),
    waitingFor: theMembers()
      .slice(2, 7)
      .map(({ id: memberId }) => ({ memberId, parts: 1, changes: 1 })),
    entitled: 11,
    answered: 6,
    ...changes,
  }
}

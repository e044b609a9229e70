import type { Role } from '../../schemas/types.ts'
import { VOTING_RULES } from '../../server/domain/review/voting-rules.ts'
import {
  EVERYBODY,
  holdPanelOfSecrets,
  reasonOf,
  SAID,
  type PanelOfSecrets,
  type Said,
  type Situation,
  type Who,
} from '../support/panel-of-secrets.ts'
import { addresses, cookieIn, read } from '../support/read-everything.ts'
import { talkTo } from '../support/talk.ts'
import { startTestApp } from '../support/test-app.ts'

/*
 * What is hidden changes nothing. Two panels are held that are alike in everything but what somebody is not to know, and
 * whoever is not to know it reads every address of both: each answer is the same to the letter. So nothing can be read
 * out of a count, an order or a state either, which nobody has thought of as telling anything.
 */

const ENOUGH_MS = 120_000

/** By address what it answers, by whoever asks. */
type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>
type Asking = { readonly as: string; readonly role?: Role; readonly seat?: Who }

async function answersTo(askings: readonly Asking[], situation: Situation): Promise<Answers> {
  const app = await startTestApp({ mail: { smtpUrl: 'smtp://localhost:1', from: 'verkstaden@exempel.se' } })
  const talk = await talkTo(app.app)
  try {
    const panel = await holdPanelOfSecrets(app, situation)
    const answers: Record<string, Record<string, string>> = {}
    for (const { as, role, seat } of askings) {
      const cookie = as === 'a stranger' ? '' : cookieIn(seat ? panel.members[seat] : await app.as(role ?? null)) // prettier-ignore
      answers[as] = await answersFor(panel, talk.port, cookie)
    }
    return answers
  } finally {
    await talk.close()
    await app.close()
  }
}

async function answersFor(panel: PanelOfSecrets, port: number, cookie: string) {
  const answers: Record<string, string> = {}
  for (const [index, path] of addresses(panel).entries()) {
    const { text } = await read(port, path, cookie)
    answers[`${index} ${withoutChance(path)}`] = withoutChance(text)
  }
  return answers
}

/** Ids and hashes are others in each panel: they become the number of their first turn in the answer. */
function withoutChance(text: string): string {
  const turns = new Map<string, number>()
  return (
    text
      // Calendars fold their lines, in the middle of an id too.
      .replaceAll('\r\n ', '')
      .replaceAll(/"(?:database|free)Bytes":\d+/gu, '')
      .replaceAll(
        /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32,}|[0-9a-f]{4}(?:\s[0-9a-f]{4}){2,}/gu,
        (found) => `#${turns.get(found) ?? turns.set(found, turns.size).size}`,
      )
  )
}

const everybodySays = (
  position: 'agree' | 'disagree' | 'abstain',
  clarity: (index: number) => number,
): Said =>
  Object.fromEntries(
    EVERYBODY.map((who, index) => [
      who,
      // The member who reads says the same each time: what is one's own, one sees.
      who === 'asta' || SAID[who].position === null
        ? SAID[who]
        : { position, onParts: position, clarity: clarity(index) },
    ]),
  ) as Said

/** Where nobody may be missing, which words have their answers is another matter than how they stand. */
const CONSENT_OF_ALL = {
  ...VOTING_RULES.consent,
  name: 'own',
  quorum: { inAll: { numerator: 1, denominator: 1 }, perPerspective: 1 },
} as const

describe.each<[string, Situation]>([
  [
    'in a quiet round, by consensus',
    { rule: VOTING_RULES.consensus, visibility: 'open', round: 'quiet', stage: 'open' },
  ],
  [
    'hidden until it closes, by two thirds, with some words changed since',
    { rule: VOTING_RULES.twoThirds, visibility: 'hidden', round: 'ordinary', stage: 'open', isAmended: true },
  ],
  [
    'hidden until it closes, by consent of all',
    { rule: CONSENT_OF_ALL, visibility: 'hidden', round: 'ordinary', stage: 'open' },
  ],
])('%s', (_, situation) => {
  const ASKINGS: readonly Asking[] = [
    { as: 'a member', seat: 'asta' },
    { as: 'an observer', seat: 'greta' },
    { as: 'the coordinator', role: 'coordinator' },
    { as: 'an administrator', role: 'administrator' },
    { as: 'the steering group', role: 'steeringGroup' },
    { as: 'an editor', role: 'editor' },
    { as: 'a facilitator', role: 'facilitator' },
  ]
  let before: Answers
  beforeAll(async () => (before = await answersTo(ASKINGS, situation)), ENOUGH_MS)

  test.each<[string, Said]>([
    ['everybody else agrees', everybodySays('agree', () => 5)],
    ['everybody else disagrees', everybodySays('disagree', () => 1)],
    ['everybody else abstains, and rates otherwise', everybodySays('abstain', (index) => 1 + (index % 5))],
  ])(
    'no answer is another when %s',
    async (_other, said) => expect(await answersTo(ASKINGS, { ...situation, said })).toEqual(before),
    ENOUGH_MS,
  )
})

describe('of two with the same perspective', () => {
  const OUTSIDE: readonly Asking[] = [
    { as: 'the steering group', role: 'steeringGroup' },
    { as: 'an editor', role: 'editor' },
    { as: 'a facilitator', role: 'facilitator' },
    { as: 'a reader', role: 'reader' },
    { as: 'a stranger' },
  ]
  /** Both disagree, each for a reason of their own: the reasons stand in the decision. */
  const said: Said = { ...SAID, cilla: { ...SAID.bo, clarity: 2 }, disa: { ...SAID.bo, clarity: 4 } }
  const swapped = { cilla: 'disa', disa: 'cilla' } as const

  test.each<[string, Situation['stage']]>([
    ['while it is open', 'open'],
    ['when it has closed', 'closed'],
    ['when it has been published', 'published'],
  ])(
    'nobody outside the panel can tell which said what %s',
    async (_, stage) => {
      const situation = { visibility: 'open', round: 'ordinary', stage, said } as const
      const before = await answersTo(OUTSIDE, situation)
      expect(await answersTo(OUTSIDE, { ...situation, by: swapped })).toEqual(before)
      const isTold = JSON.stringify(before).includes(reasonOf('cilla'))
      expect(isTold).toBe(stage !== 'open')
    },
    ENOUGH_MS,
  )
})

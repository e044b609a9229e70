import type { PanelDecision, PositionKind } from '../../../schemas/types.ts'
import {
  closingState,
  decidedParts,
  dissentsIn,
  mayBePublished,
  obstaclesTo,
  possibleOutcomes,
  recallableUntil,
  STATUS_AFTER,
} from '../../../server/domain/review/closing.ts'
import { panelText } from '../../../server/domain/review/panel-text.ts'
import type { PanelSeat } from '../../../server/domain/review/seats.ts'
import { tallyText } from '../../../server/domain/review/tally-text.ts'
import { VOTING_RULES } from '../../../server/domain/review/voting-rules.ts'
import { sha256 } from '../../../server/seal.ts'
import {
  CRITERION,
  itemIn,
  MODULE,
  OTHER_MODULE,
  PROFILE,
  reword,
  SIBLING,
  textAfter,
  type Amending,
} from './panel-story.ts'

const TEXT = textAfter([])
const SEATS: PanelSeat[] = [
  ['Asta', 'employer'],
  ['Bo', 'employer'],
  ['Cilla', 'employer'],
  ['Disa', 'employee'],
].map(([id = '', perspective = '']) => ({ id, perspective, part: 'member', standsInFor: null, recusals: [] }))
const PERSPECTIVES = ['employer', 'employee']

let seq = 0
const say = (memberId: string, itemId: string, position: PositionKind, reason = 'Nej.') => {
  const part = TEXT.parts.find(({ id }) => id === itemId)
  const { hash } = part ?? itemIn(TEXT, itemId)
  return {
    memberId,
    scope: part ? ('part' as const) : ('item' as const),
    itemId,
    hash,
    position,
    reason,
    seq: ++seq,
  }
}
const allAgree = () => SEATS.flatMap(({ id }) => TEXT.parts.map((part) => say(id, part.id, 'agree')))
const count = (positions: ReturnType<typeof say>[], seats = SEATS) =>
  tallyText(TEXT, { seats, perspectives: PERSPECTIVES, rule: VOTING_RULES.consensus, positions })

const NOTHING = { openRemarks: [], unruled: [], unconfirmed: [] }
const REMARK = { openRemarks: [{ id: 'r1', number: '1.1' }] }

describe('closing', () => {
  const ready = count(allAgree())
  const waiting = count(allAgree().filter(({ memberId, itemId }) => memberId !== 'Disa' || itemId !== MODULE))
  const any = ['changesRequested', 'declined']
  test.each([
    {
      when: 'everybody agrees',
      counted: ready,
      left: {},
      obstacles: [],
      outcomes: ['approved', 'approvedEditorial', ...any],
    },
    { when: 'a part is not ready', counted: waiting, left: {}, obstacles: ['part-not-ready'], outcomes: any },
    { when: 'a remark is open', counted: ready, left: REMARK, obstacles: ['remark-open'], outcomes: [] },
    {
      when: 'a remark is open and a part is not ready',
      counted: waiting,
      left: REMARK,
      obstacles: ['remark-open', 'part-not-ready'],
      outcomes: [],
    },
    {
      when: 'a rewording is not ruled on',
      counted: ready,
      left: { unruled: [{ itemId: 'i', number: '1' }] },
      obstacles: ['ruling-missing'],
      outcomes: any,
    },
    // Words that are said to be the same but for spelling are agreed to all the same, by those who have agreed to them as they are.
    {
      when: 'spelling is unconfirmed, and everybody has agreed since',
      counted: ready,
      left: { unconfirmed: [{ id: 'a', number: '1' }] },
      obstacles: ['editorial-unconfirmed'],
      outcomes: ['approved', 'approvedEditorial', ...any],
    },
  ])('when $when, is possible as $outcomes', ({ counted, left, obstacles, outcomes }) => {
    const found = obstaclesTo({ ...NOTHING, ...left, counted })
    expect(found.map(({ code }) => code)).toEqual(obstacles)
    expect(possibleOutcomes(counted, found)).toEqual(outcomes)
  })

  test('makes of a review what its outcome says', () => {
    expect(STATUS_AFTER).toEqual({
      approved: 'approved',
      approvedEditorial: 'approved',
      changesRequested: 'returned',
      declined: 'declined',
    })
  })

  test('can be taken back for ten minutes', () => {
    expect(recallableUntil('2026-03-01T23:55:00.000Z')).toBe('2026-03-02T00:05:00.000Z')
  })

  test('keeps how each part stood, by what stood worst in it', () => {
    const parts = decidedParts(count([...allAgree(), say('Disa', CRITERION, 'disagree')]))
    expect(parts.map(({ partId, tally }) => [partId, tally.state])).toEqual([
      [PROFILE, 'ready'],
      [MODULE, 'stopped'],
      [OTHER_MODULE, 'ready'],
    ])
  })

  test('hides nobody’s disagreement behind what everybody agrees on', () => {
    const parts = decidedParts(count([...allAgree(), say('Asta', CRITERION, 'disagree')]))
    expect(
      parts.map(({ tally }) => [tally.state, tally.perspectives.map(({ disagree }) => disagree)]),
    ).toEqual([
      ['ready', [0, 0]],
      ['ready', [1, 0]],
      ['ready', [0, 0]],
    ])
  })
})

describe('what a closing rests on', () => {
  const state = (positions: ReturnType<typeof say>[], seats = SEATS, rest: unknown[] = []) =>
    closingState(TEXT, count(positions, seats), rest, sha256)
  const before = state(allAgree())
  test.each<[what: string, after: string, isSame: boolean]>([
    ['nothing new', state(allAgree()), true],
    ['a member’s other answer', state([...allAgree(), say('Asta', CRITERION, 'disagree')]), false],
    // The tally is the same when two of a perspective change places; the panel is not.
    [
      'two who change places',
      state(
        allAgree().map((said) =>
          said.memberId === 'Asta' ? { ...said, position: 'abstain' as const } : said,
        ),
      ),
      false,
    ],
    [
      'a recusal',
      state(
        allAgree(),
        SEATS.map((seat, index) => (index === 0 ? { ...seat, recusals: [{ partId: MODULE }] } : seat)),
      ),
      false,
    ],
    ['an answered remark', state(allAgree(), SEATS, ['settled']), false],
  ])('is the same, or not, after %s', (_, after, isSame) => {
    expect(after === before).toBe(isSame)
  })

  test('is another for another member with the same answer', () => {
    const abstains = (name: string) =>
      state(
        allAgree().map((said) => (said.memberId === name ? { ...said, position: 'abstain' as const } : said)),
      )
    expect(abstains('Asta')).not.toBe(abstains('Bo'))
  })
})

describe('a dissent', () => {
  const dissents = (...said: ReturnType<typeof say>[]) =>
    dissentsIn(TEXT, SEATS, [...allAgree().map((agreed) => ({ ...agreed, seq: 0 })), ...said]).map(
      ({ perspective, partId, itemId, reason }) => [perspective, partId, itemId, reason],
    )
  test('with a whole part stands once, by perspective and not by name', () => {
    expect(dissents(say('Asta', MODULE, 'disagree', 'För långt.'))).toEqual([
      ['employer', MODULE, null, 'För långt.'],
    ])
  })
  test('with an item stands by itself', () => {
    expect(dissents(say('Disa', CRITERION, 'disagree', 'Otydligt.'))).toEqual([
      ['employee', MODULE, CRITERION, 'Otydligt.'],
    ])
  })
  test('is no dissent when it has been changed, or is one for a change', () => {
    expect(dissents(say('Asta', MODULE, 'disagree'), say('Asta', MODULE, 'agree'))).toEqual([])
    expect(dissents(say('Asta', MODULE, 'agreeWithChange'))).toEqual([])
  })
  test('stands in the order of the text and of the reasons, whoever of a perspective gives which', () => {
    const both = (one: string, other: string) =>
      dissents(
        say('Asta', MODULE, 'disagree', one),
        say('Bo', MODULE, 'disagree', other),
        say('Bo', CRITERION, 'disagree', 'Otydligt.'),
      )
    expect(both('Ändra.', 'Byt.')).toEqual(both('Byt.', 'Ändra.'))
  })
  test('says nothing of who it is', () => {
    expect(JSON.stringify(dissentsIn(TEXT, SEATS, [say('Asta', MODULE, 'disagree')]))).not.toContain('Asta')
  })
})

describe('whether a text may be published', () => {
  const FIRST = 'Kontrollerar selen.'
  const respell = reword(CRITERION, FIRST, 'Kontrollerar sélen.')
  const confirmed = { command: respell, isConfirmed: true }
  const unconfirmed = { command: respell }
  const another = { command: reword(CRITERION, FIRST, 'Kontrollerar sele och lyft.') }
  const elsewhere = { command: reword(SIBLING, 'Berättar vad som ska hända.', 'Berättar allt.') }
  const back = { command: reword(CRITERION, 'Kontrollerar sélen.', FIRST) }
  const revision = (amendings: Amending[]) => {
    const profiles = [TEXT.profile, textAfter(amendings).profile]
    const revisions = profiles.map((profile, index) => ({ number: index + 1, profile }))
    return { text: panelText(revisions, [], [], sha256), spelling: [] }
  }
  const amended = (...amendings: Amending[]) => ({
    text: textAfter(amendings),
    spelling: amendings.flatMap(({ isConfirmed }, index) => (isConfirmed ? [`a${index}`] : [])),
  })

  type Row = [since: string, approved: boolean, withRoom: boolean, found: ReturnType<typeof amended>]
  test.each<Row>([
    ['nothing', true, true, amended()],
    ['confirmed spelling', false, true, amended(confirmed)],
    ['unconfirmed spelling', false, false, amended(unconfirmed)],
    ['another wording', false, false, amended(another)],
    ['another wording and then confirmed spelling', false, false, amended(elsewhere, confirmed)],
    ['confirmed spelling and then another wording', false, false, amended(confirmed, elsewhere)],
    ['unconfirmed spelling, and the decided words again', true, true, amended(unconfirmed, back)],
    ['a revision with the same words', true, true, revision([])],
    ['a revision with other words', false, false, revision([another])],
  ])('after %s: %s, and when there was room for spelling: %s', (_, approved, approvedEditorial, found) => {
    const nothing = { changesRequested: false, declined: false }
    expect(mayPublish(found, true)).toEqual({ approved, approvedEditorial, ...nothing })
    // What the rule does not carry any longer is never published.
    expect(mayPublish(found, false)).toEqual({ approved: false, approvedEditorial: false, ...nothing })
  })

  test('it may not when it has never been the one that was decided on', () => {
    const decision = { outcome: 'approvedEditorial', textDigest: 'another' } as const
    expect(mayBePublished(decision, TEXT, count(allAgree()), [], sha256)).toBe(false)
  })

  function mayPublish({ text, spelling }: ReturnType<typeof amended>, isCarried: boolean) {
    const parts = isCarried ? text.parts : []
    const agreed = { scope: 'part', position: 'agree' } as const
    const positions = SEATS.flatMap(({ id: memberId }) =>
      parts.map(({ id: itemId, hash }) => ({ ...agreed, memberId, itemId, hash, seq: ++seq })),
    )
    const panel = { seats: SEATS, perspectives: PERSPECTIVES, rule: VOTING_RULES.consensus, positions }
    const outcomes = Object.keys(STATUS_AFTER) as PanelDecision['outcome'][]
    return Object.fromEntries(
      outcomes.map((outcome) => {
        const decision = { outcome, textDigest: TEXT.digest }
        return [outcome, mayBePublished(decision, text, tallyText(text, panel), spelling, sha256)]
      }),
    )
  }
})

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
import type { PanelSeat } from '../../../server/domain/review/seats.ts'
import { tallyText } from '../../../server/domain/review/tally-text.ts'
import { VOTING_RULES } from '../../../server/domain/review/voting-rules.ts'
import { sha256 } from '../../../server/seal.ts'
import { CRITERION, itemIn, MODULE, OTHER_MODULE, PROFILE, textAfter } from './panel-story.ts'

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
  test('says nothing of who it is', () => {
    expect(JSON.stringify(dissentsIn(TEXT, SEATS, [say('Asta', MODULE, 'disagree')]))).not.toContain('Asta')
  })
})

describe('a text may be published', () => {
  type Row = {
    when: string
    outcome: PanelDecision['outcome']
    isAgreed: boolean
    digest: string
    isLedTo: boolean
    may: boolean
  }
  const row = (
    when: string,
    outcome: PanelDecision['outcome'],
    [isAgreed, isSame, isLedTo]: boolean[],
    may: boolean,
  ): Row => ({
    when,
    outcome,
    isAgreed: isAgreed === true,
    digest: isSame ? TEXT.digest : 'another',
    isLedTo: isLedTo === true,
    may,
  })
  test.each<Row>([
    row('it is the one that was approved', 'approved', [true, true, true], true),
    row('it is another', 'approved', [true, false, true], false),
    row('the rule does not carry it any longer', 'approved', [false, true, true], false),
    row('it is the one, with room for spelling', 'approvedEditorial', [true, true, true], true),
    row('confirmed spelling led to it', 'approvedEditorial', [true, false, true], true),
    row('something else led to it', 'approvedEditorial', [true, false, false], false),
    row('its respelled words are not carried', 'approvedEditorial', [false, false, true], false),
    row('changes were requested', 'changesRequested', [true, true, true], false),
    row('it was declined', 'declined', [true, true, true], false),
  ])('when $when, after $outcome: $may', ({ outcome, isAgreed, digest, isLedTo, may }) => {
    const counted = count(isAgreed ? allAgree() : [])
    expect(mayBePublished({ outcome, textDigest: digest }, TEXT, counted, () => isLedTo)).toBe(may)
  })
})

import fc from 'fast-check'
import type { PositionKind, VotingRule } from '../../../schemas/types.ts'
import { leftToDo } from '../../../server/domain/review/left-to-do.ts'
import type { PanelSeat } from '../../../server/domain/review/seats.ts'
import type { Taken } from '../../../server/domain/review/standing.ts'
import { isAdopted, tallyText } from '../../../server/domain/review/tally-text.ts'
import { VOTING_RULES } from '../../../server/domain/review/voting-rules.ts'
import { anyRule } from './panel-in-words.ts'
import { CRITERION, itemIn, MODULE, partIn, reword, SIBLING, textAfter } from './panel-story.ts'

const seat = (id: string, perspective: string, given: Partial<PanelSeat> = {}): PanelSeat => ({
  id,
  perspective,
  part: 'member',
  standsInFor: null,
  recusals: [],
  ...given,
})
const [ASTA, DISA, GUSTAV] = [
  seat('Asta', 'employer'),
  seat('Disa', 'employee'),
  seat('Gustav', 'tradesBoard'),
]
const PANEL = [ASTA, DISA, GUSTAV] as const

const FIRST = textAfter([])
const NOW = textAfter([{ command: reword(CRITERION, 'Kontrollerar selen.', 'Kontrollerar lyften.') }])

let seq = 0
const onPart = (
  memberId: string,
  position: PositionKind | null = 'agree',
  text = NOW,
  partId = MODULE,
): Taken => ({
  memberId,
  scope: 'part',
  itemId: partId,
  hash: partIn(text, partId).hash,
  position,
  seq: ++seq,
})
const onItem = (memberId: string, position: PositionKind | null, itemId = CRITERION): Taken => ({
  ...onPart(memberId, position),
  scope: 'item',
  itemId,
  hash: itemIn(NOW, itemId).hash,
})
const all = (position: PositionKind) => PANEL.map(({ id }) => onPart(id, position))
const count = (
  positions: readonly Taken[],
  seats: readonly PanelSeat[] = PANEL,
  rule: VotingRule = VOTING_RULES.consensus,
) => {
  const perspectives = PANEL.map(({ perspective }) => perspective)
  const counted = tallyText(NOW, { seats, perspectives, rule, positions }).find(
    ({ part }) => part.id === MODULE,
  )
  if (!counted) throw new Error('the module is not counted')
  return counted
}

describe('a module of one outcome and two criteria', () => {
  type Row = { when: string; positions: Taken[]; state: string; worst: string; seats?: readonly PanelSeat[] }
  const row = (
    when: string,
    positions: Taken[],
    state: string,
    worst: string,
    seats?: readonly PanelSeat[],
  ): Row => ({
    when,
    positions,
    state,
    worst,
    ...(seats && { seats }),
  })
  test.each<Row>([
    row('everybody agrees to the whole', all('agree'), 'ready', MODULE),
    row('nobody has said anything', [], 'waiting', MODULE),
    row('one has not answered', all('agree').slice(1), 'waiting', MODULE),
    row('one disagrees with the whole', [...all('agree'), onPart('Asta', 'disagree')], 'stopped', MODULE),
    // The decision is taken word by word: nothing is adopted on the strength of what stands around it.
    row(
      'one disagrees with a criterion alone',
      [...all('agree'), onItem('Asta', 'disagree')],
      'stopped',
      CRITERION,
    ),
    row(
      'one answered before a criterion was reworded',
      [...all('agree').slice(1), onPart('Asta', 'agree', FIRST)],
      'waiting',
      CRITERION,
    ),
    row(
      'that one has answered on the criterion since',
      [...all('agree').slice(1), onPart('Asta', 'agree', FIRST), onItem('Asta', 'agree')],
      'ready',
      MODULE,
    ),
    row(
      'two items stand alike',
      [...all('agree'), onItem('Asta', 'disagree'), onItem('Asta', 'disagree', SIBLING)],
      'stopped',
      CRITERION,
    ),
    row(
      'one disagrees with the whole, and agrees to the criterion',
      [...all('agree'), onPart('Asta', 'disagree'), onItem('Asta', 'agree')],
      'stopped',
      MODULE,
    ),
    row(
      'the one who disagrees is recused from it, and a colleague agrees',
      [...all('agree'), onPart('Asta', 'disagree'), onPart('Bo')],
      'ready',
      MODULE,
      [seat('Asta', 'employer', { recusals: [{ partId: MODULE }] }), seat('Bo', 'employer'), DISA, GUSTAV],
    ),
    row('a perspective is all recused', all('agree'), 'stopped', MODULE, [
      seat('Asta', 'employer', { recusals: [{ partId: null }] }),
      DISA,
      GUSTAV,
    ]),
    row(
      'a substitute stands in and has said nothing: what the member said does not count',
      all('agree'),
      'waiting',
      MODULE,
      [...PANEL, seat('Sara', 'employer', { part: 'substitute', standsInFor: 'Asta' })],
    ),
    row('a substitute who stands in agrees', [...all('agree').slice(1), onPart('Sara')], 'ready', MODULE, [
      ...PANEL,
      seat('Sara', 'employer', { part: 'substitute', standsInFor: 'Asta' }),
    ]),
    row('an observer disagrees', [...all('agree'), onPart('Ove', 'disagree')], 'ready', MODULE, [
      ...PANEL,
      seat('Ove', 'employer', { part: 'observer' }),
    ]),
    row(
      'somebody disagrees who sits on the panel no more',
      [...all('agree'), onPart('Gone', 'disagree')],
      'ready',
      MODULE,
    ),
  ])('is $state when $when', ({ positions, state, worst, seats }) => {
    const counted = count(positions, seats)
    expect([counted.state, counted.worst.item.id]).toEqual([state, worst])
  })

  test('shows each member with the gravest of what they say of it', () => {
    const positions = [
      onPart('Asta'),
      onItem('Asta', 'disagree'),
      onPart('Disa', 'agree', FIRST),
      onPart('Gustav', 'abstain'),
    ]
    expect(count(positions).marks.map(({ seat: { id }, mark }) => [id, mark])).toEqual([
      ['Asta', 'disagree'],
      ['Disa', 'stale'],
      ['Gustav', 'abstain'],
    ])
  })
})

test('a text is adopted when every part is, and a text of nothing would be', () => {
  const panel = { seats: PANEL, perspectives: [], rule: VOTING_RULES.consensus }
  const everywhere = NOW.parts.flatMap(({ id }) => PANEL.map((member) => onPart(member.id, 'agree', NOW, id)))
  expect(isAdopted(tallyText(NOW, { ...panel, positions: everywhere }))).toBe(true)
  expect(isAdopted(tallyText(NOW, { ...panel, positions: everywhere.slice(1) }))).toBe(false)
})

test('what is left for each member is counted as their own desk counts it', () => {
  const members = fc.constantFrom(...PANEL.map(({ id }) => id))
  const kinds = fc.constantFrom<(PositionKind | null)[]>('agree', 'disagree', null)
  const saying = fc.oneof(
    fc.tuple(members, kinds, fc.constantFrom(FIRST, NOW)).map((given) => onPart(...given)),
    fc.tuple(members, kinds, fc.constantFrom(CRITERION, SIBLING, MODULE)).map((given) => onItem(...given)),
  )
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 10 }), (positions) => {
      for (const { seat: member, progress, stale } of count(positions).marks) {
        const said = positions.filter(({ memberId }) => memberId === member.id)
        const on = said.map((each) => ({ ...each, at: '', round: 1 }))
        const { unanswered, changes } = leftToDo(NOW, [partIn(NOW, MODULE)], on)
        expect(progress === 'none').toBe(unanswered.length > 0)
        expect(progress === 'none' ? 0 : stale).toBe(changes.length)
      }
    }),
  )
})

test('any positions under any rule: a part stands as its worst item, and the order of what was said is of no consequence', () => {
  const kinds = fc.constantFrom<(PositionKind | null)[]>(
    'agree',
    'agreeWithChange',
    'disagree',
    'abstain',
    null,
  )
  const members = fc.constantFrom(...PANEL.map(({ id }) => id), 'nobody')
  const saying = fc.oneof(
    fc.tuple(members, kinds, fc.constantFrom(FIRST, NOW)).map((given) => onPart(...given)),
    fc.tuple(members, kinds, fc.constantFrom(CRITERION, SIBLING, MODULE)).map((given) => onItem(...given)),
  )
  const gravity = { ready: 0, waiting: 1, stopped: 2 } as const
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 10 }), anyRule, (positions, rule) => {
      const { state, items, worst } = count(positions, PANEL, rule)
      expect(gravity[state]).toBe(Math.max(...items.map(({ tally }) => gravity[tally.state])))
      expect(worst.tally.state).toBe(state)
      expect(count(positions.toReversed(), PANEL, rule)).toEqual(count(positions, PANEL, rule))
    }),
  )
})

describe('what each says of each thing is told apart', () => {
  const saidOf = (itemId: string, positions: readonly Taken[]) => {
    const { items, onFrame } = count(positions)
    const of = items.find(({ item }) => item.id === itemId)
    const named = (said: typeof onFrame) => said.map(({ seat: { id }, mark }) => `${id}: ${mark}`)
    return { unlike: named(of?.unlike ?? []), rest: named(onFrame) }
  }

  test('of an item only those are named who say otherwise of it than of the whole', () => {
    expect(saidOf(CRITERION, [...all('agree'), onItem('Disa', 'disagree')])).toEqual({
      unlike: ['Disa: disagree'],
      rest: ['Asta: agree', 'Disa: agree', 'Gustav: agree'],
    })
  })

  test('an item is contested also where the counts come out the same', () => {
    const swapped = [...all('agree'), onPart('Disa', 'disagree')].concat(
      onItem('Disa', 'agree'),
      onItem('Asta', 'disagree'),
    )
    expect(saidOf(CRITERION, swapped).unlike).toEqual(['Asta: disagree', 'Disa: agree'])
  })

  test('of an item of which everybody says what they say of the whole, nobody is named', () => {
    expect(saidOf(SIBLING, [...all('agree'), onItem('Disa', 'disagree')]).unlike).toEqual([])
  })
})

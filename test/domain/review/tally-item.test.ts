import fc from 'fast-check'
import type { MissingVote, VotingRule } from '../../../schemas/types.ts'
import { tallyItem, type Seat } from '../../../server/domain/review/tally-item.ts'
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

const { consensus, twoThirds, consent } = VOTING_RULES
const THREE = ['employer', 'employee', 'tradesBoard']

/** A panel of seven: three employers, three employees and a trades board that agrees unless something else is said. */
const seven = (employees: string, rest: Record<string, string> = {}) =>
  seatsOf({ employer: '3 agree', employee: employees, tradesBoard: '1 agrees', ...rest })

const against = (rule: VotingRule): VotingRule => ({ ...rule, abstention: 'against' })
const blockedBy = (...perspectives: string[]): VotingRule => ({
  ...twoThirds,
  name: 'own',
  blocking: { who: 'perspectives', perspectives },
})

describe('a panel of three employers, three employees and a trades board', () => {
  type Row = [said: string, rule: VotingRule, seats: readonly Seat[], state: string, missing: string[]]

  describe('under consensus: two thirds answer and agree, in all and of each perspective', () => {
    test.each<Row>([
      ['everybody agrees', consensus, seven('3 agree'), 'ready', []],
      ['an employee agrees with a change', consensus, seven('2 agree, 1 change'), 'ready', []],
      ['2 of 3 employees agree, 1 disagrees', consensus, seven('2 agree, 1 disagrees'), 'ready', []],
      ['2 of 3 employees agree, 1 abstains', consensus, seven('2 agree, 1 abstains'), 'ready', []],
      ['1 employee agrees, 2 abstain and stand aside', consensus, seven('1 agrees, 2 abstain'), 'ready', []],
      ['all employees abstain and stand aside', consensus, seven('3 abstain'), 'ready', []],
      [
        '1 employee agrees, 2 abstain, and that counts against',
        against(consensus),
        seven('1 agrees, 2 abstain'),
        'stopped',
        ['employee: 1 of 3 agree, 2 needed'],
      ],
      [
        '1 employee agrees, 2 have not answered',
        consensus,
        seven('1 agrees, 2 silent'),
        'waiting',
        ['employee: 1 of 3 agree, 2 needed'],
      ],
      [
        '1 employee agrees, 2 have agreed to a former wording',
        consensus,
        seven('1 agrees, 2 stale'),
        'waiting',
        ['employee: 1 of 3 agree, 2 needed'],
      ],
      [
        'no employee has answered',
        consensus,
        seven('3 silent'),
        'waiting',
        [
          'in all: 4 of 7 answer, 5 needed',
          'in all: 4 of 7 agree, 5 needed',
          'employee: 0 of 3 answer, 1 needed',
          'employee: 0 of 3 agree, 2 needed',
        ],
      ],
      [
        '1 employee agrees, 1 disagrees, 1 has not answered: it hangs on the last',
        consensus,
        seven('1 agrees, 1 disagrees, 1 silent'),
        'waiting',
        ['employee: 1 of 3 agree, 2 needed'],
      ],
      [
        '2 of 3 employees disagree',
        consensus,
        seven('1 agrees, 2 disagree'),
        'stopped',
        ['employee: 1 of 3 agree, 2 needed'],
      ],
      [
        'the trades board disagrees',
        consensus,
        seven('3 agree', { tradesBoard: '1 disagrees' }),
        'stopped',
        ['tradesBoard: 0 of 1 agree, 1 needed'],
      ],
      [
        'the trades board is recused',
        consensus,
        seven('3 agree', { tradesBoard: 'nobody' }),
        'stopped',
        ['tradesBoard: nobody left'],
      ],
      [
        'everybody abstains: nothing is adopted that nobody agrees to',
        consensus,
        seatsOf({ employer: '3 abstain', employee: '3 abstain', tradesBoard: '1 abstains' }),
        'stopped',
        ['in all: 0 of 7 agree, 1 needed'],
      ],
    ])('%s', expectTally)
  })

  describe('under two thirds: two thirds agree in all, half of each perspective', () => {
    test.each<Row>([
      [
        '2 of 3 employees disagree',
        twoThirds,
        seven('1 agrees, 2 disagree'),
        'stopped',
        ['employee: 1 of 3 agree, 2 needed'],
      ],
      [
        '1 employee agrees, 1 disagrees, 1 abstains: half of those who are asked',
        twoThirds,
        seven('1 agrees, 1 disagrees, 1 abstains'),
        'ready',
        [],
      ],
      [
        'one disagrees of the employers and one of the employees',
        twoThirds,
        seven('2 agree, 1 disagrees', { employer: '2 agree, 1 disagrees' }),
        'ready',
        [],
      ],
      [
        'half of two employers, half of two employees and the trades board: three of five in all are too few',
        twoThirds,
        seven('1 agrees, 1 disagrees', { employer: '1 agrees, 1 disagrees' }),
        'stopped',
        ['in all: 3 of 5 agree, 4 needed'],
      ],
      [
        'the trades board disagrees, and it may stop',
        blockedBy('tradesBoard'),
        seven('3 agree', { tradesBoard: '1 disagrees' }),
        'stopped',
        ['tradesBoard: 0 of 1 agree, 1 needed', 'tradesBoard: 1 of 1 blocks'],
      ],
      [
        'an employee disagrees, and only the trades board may stop',
        blockedBy('tradesBoard'),
        seven('2 agree, 1 disagrees'),
        'ready',
        [],
      ],
    ])('%s', expectTally)
  })

  describe('under consent: two thirds answer, each perspective too, and nobody objects', () => {
    test.each<Row>([
      ['everybody agrees', consent, seven('3 agree'), 'ready', []],
      [
        'one agrees and all others abstain',
        consent,
        seatsOf({ employer: '1 agrees, 2 abstain', employee: '3 abstain', tradesBoard: '1 abstains' }),
        'ready',
        [],
      ],
      ['two have not answered', consent, seven('1 agrees, 2 silent'), 'ready', []],
      [
        'an employee disagrees',
        consent,
        seven('2 agree, 1 disagrees'),
        'stopped',
        ['employee: 1 of 3 blocks'],
      ],
      [
        'the trades board has not answered',
        consent,
        seven('3 agree', { tradesBoard: '1 silent' }),
        'waiting',
        ['tradesBoard: 0 of 1 answer, 1 needed'],
      ],
    ])('%s', expectTally)
  })

  function expectTally(...[, rule, seats, state, expected]: Row) {
    const tally = tallyItem(seats, THREE, rule)
    expect({ state: tally.state, missing: tally.missing.map(say) }).toEqual({ state, missing: expected })
  }
})

function say({ kind, perspective, has, of, needed }: MissingVote): string {
  const who = perspective ?? 'in all'
  if (kind === 'nobody-left') return `${who}: nobody left`
  if (kind === 'blocked') return `${who}: ${has} of ${of} blocks`
  return `${who}: ${has} of ${of} ${kind.startsWith('answers') ? 'answer' : 'agree'}, ${needed} needed`
}

describe('the drawing of a panel of eleven', () => {
  const columns = (...said: string[]) =>
    seatsOf(Object.fromEntries(SIX.map((id, at) => [id, said[at] ?? ''])))
  const enough = SIX.map(() => 'enough')
  const but = (states: Record<string, string>) => SIX.map((id) => states[id] ?? 'enough')

  test.each([
    [1, columns('3 agree', '3 agree', '1 agrees', '1 agrees', '2 agree', '1 agrees'), 'ready', enough],
    [
      2,
      columns('2 agree, 1 change', '3 agree', '1 agrees', '1 agrees', '2 agree', '1 agrees'),
      'ready',
      enough,
    ],
    [
      3,
      columns('3 agree', '2 agree, 1 abstains', '1 agrees', '1 agrees', '2 agree', '1 agrees'),
      'ready',
      enough,
    ],
    [
      4,
      columns(
        '2 agree, 1 change',
        '1 agrees, 2 stale',
        '1 agrees',
        '1 agrees',
        '1 change, 1 stale',
        '1 agrees',
      ),
      'waiting',
      but({ employee: 'short', educationProvider: 'short' }),
    ],
    [
      5,
      columns('2 agree, 1 disagrees', '1 agrees, 2 disagree', '1 agrees', '1 change', '2 agree', '1 agrees'),
      'stopped',
      but({ employee: 'stopped' }),
    ],
    [
      6,
      columns('3 agree', '2 agree, 1 change', '1 agrees', '1 agrees', '2 agree', '1 agrees'),
      'ready',
      enough,
    ],
    [
      7,
      columns('2 agree, 1 silent', '3 agree', '1 agrees', '1 disagrees', '2 agree', '1 agrees'),
      'stopped',
      but({ tradesBoard: 'stopped' }),
    ],
    [
      8,
      columns('3 agree', '3 agree', '1 agrees', '1 agrees', '1 agrees, 1 silent', '1 silent'),
      'waiting',
      but({ educationProvider: 'short', publicEmploymentService: 'short' }),
    ],
  ])('module %i', (_, seats, state, cells) => {
    const tally = tallyItem(seats, SIX, DRAWN_RULE)
    expect(seats).toHaveLength(11)
    expect({ state: tally.state, cells: tally.perspectives.map((row) => row.state) }).toEqual({
      state,
      cells,
    })
  })

  test('eight of the eleven must answer', () => {
    const seats = columns('3 agree', '2 agree, 1 silent', '1 agrees', '1 agrees', '2 silent', '1 silent')
    expect(tallyItem(seats, [], DRAWN_RULE).missing[0]).toEqual(
      missing('answers-in-all', null, { has: 7, of: 11, needed: 8 }),
    )
  })
})

describe('what is out of the ordinary', () => {
  test('a panel without seats is stopped, and does not fail', () => {
    expect(tallyItem([], [], consensus)).toMatchObject({
      state: 'stopped',
      hasChanges: false,
      perspectives: [],
    })
  })

  test('a perspective that nothing is asked of is absent without stopping anything', () => {
    const asksNothing = { ...consent, quorum: { inAll: share(1, 2), perPerspective: 0 } }
    const tally = tallyItem(seatsOf({ employer: '1 agrees' }), ['employer', 'employee'], asksNothing)
    expect(tally).toMatchObject({ state: 'ready', perspectives: [{ state: 'enough' }, { state: 'absent' }] })
  })

  test('a perspective that was not expected comes last and is held to the same', () => {
    const tally = tallyItem(seven('3 agree', { serviceUser: '1 disagrees' }), THREE, consensus)
    expect(tally.perspectives.at(-1)).toMatchObject({ perspective: 'serviceUser', state: 'stopped' })
    expect(tally.state).toBe('stopped')
  })

  test('where each of two must answer, a perspective of one has done so with its only member', () => {
    const two = { ...consent, quorum: { inAll: share(1, 2), perPerspective: 2 } }
    expect(tallyItem(seven('1 agrees, 2 silent'), THREE, two).missing.map(say)).toEqual([
      'employee: 1 of 3 answer, 2 needed',
    ])
  })

  test.each([
    ['three halves', share(3, 2)],
    ['one of nothing', share(1, 0)],
  ])('a majority of %s is reached by nobody, not even where all stand aside', (_, majority) => {
    const rule = { ...consensus, majority: { inAll: null, perPerspective: majority } }
    expect(tallyItem(seven('3 abstain'), THREE, rule).state).toBe('stopped')
  })

  test('it says whether somebody agrees with a change', () => {
    expect(tallyItem(seven('2 agree, 1 change'), THREE, consensus).hasChanges).toBe(true)
    expect(tallyItem(seven('3 agree'), THREE, consensus).hasChanges).toBe(false)
  })
})

describe('whatever the panel, its answers and the rule', () => {
  const everything = [anySeats, anyPerspectives, anyRule] as const
  const RUNS = { numRuns: 1000 }

  test('there is a tally, with each seat in one row and what is missing in figures', () => {
    fc.assert(
      fc.property(...everything, (seats, perspectives, rule) => {
        const tally = tallyItem(seats, perspectives, rule)
        const counted = tally.perspectives.flatMap((row) =>
          Object.values(row).filter((value) => typeof value === 'number'),
        )
        expect(counted.reduce((so, each) => so + each, 0)).toBe(seats.length)
        expect(tally.perspectives.slice(0, perspectives.length).map((row) => row.perspective)).toEqual(
          perspectives,
        )
        expect(tally.missing.every((vote) => vote.missing > 0)).toBe(true)
        expect(tally.missing.length === 0).toBe(tally.state === 'ready')
      }),
      RUNS,
    )
  })

  test('the order of the seats does not matter', () => {
    const shuffled = anySeats.chain((seats) =>
      fc.tuple(fc.constant(seats), fc.shuffledSubarray(seats, { minLength: seats.length })),
    )
    fc.assert(
      fc.property(shuffled, anyPerspectives, anyRule, ([seats, others], perspectives, rule) => {
        expect(tallyItem(others, perspectives, rule)).toEqual(tallyItem(seats, perspectives, rule))
      }),
      RUNS,
    )
  })

  test('more agreement never makes it worse', () => {
    const worth = { stopped: 0, waiting: 1, ready: 2 }
    fc.assert(
      fc.property(...everything, fc.nat(13), (seats, perspectives, rule, at) => {
        const better = seats.map((seat, index) =>
          index === at ? { ...seat, answer: 'agree' as const } : seat,
        )
        const [before, after] = [seats, better].map(
          (each) => worth[tallyItem(each, perspectives, rule).state],
        )
        expect(after).toBeGreaterThanOrEqual(before!)
      }),
      RUNS,
    )
  })

  test('what is stopped stays so whatever those say who have not answered', () => {
    const answers = fc.array(fc.constantFrom('agree', 'agreeWithChange', 'disagree', 'abstain', 'none'), {
      minLength: 14,
      maxLength: 14,
    })
    fc.assert(
      fc.property(...everything, answers, (seats, perspectives, rule, said) => {
        const later = seats.map((seat, index) => (isSilent(seat) ? { ...seat, answer: said[index]! } : seat))
        const [now, then] = [seats, later].map((each) => tallyItem(each, perspectives, rule).state)
        expect(now !== 'stopped' || then === 'stopped').toBe(true)
      }),
      RUNS,
    )
  })

  test('what waits is ready once those who have not answered agree', () => {
    fc.assert(
      fc.property(...everything, (seats, perspectives, rule) => {
        const later = seats.map((seat) => (isSilent(seat) ? { ...seat, answer: 'agree' as const } : seat))
        const expected = tallyItem(seats, perspectives, rule).state === 'stopped' ? 'stopped' : 'ready'
        expect(tallyItem(later, perspectives, rule).state).toBe(expected)
      }),
      RUNS,
    )
  })

  test('it is ready exactly when somebody who counts by hand finds that the rule holds', () => {
    fc.assert(
      fc.property(...everything, (seats, perspectives, rule) => {
        expect(tallyItem(seats, perspectives, rule).state === 'ready').toBe(
          holdsByHand(seats, perspectives, rule),
        )
      }),
      { numRuns: 5000 },
    )
  })

  test('nothing is ready that nobody agrees to', () => {
    fc.assert(
      fc.property(...everything, (seats, perspectives, rule) => {
        const unwilling = seats.filter(({ answer }) => answer !== 'agree' && answer !== 'agreeWithChange')
        expect(tallyItem(unwilling, perspectives, rule).state).not.toBe('ready')
      }),
      RUNS,
    )
  })
})

function isSilent({ answer }: Seat): boolean {
  return answer === 'none' || answer === 'stale'
}

/** The rule read once more, without a thought of what could still come: a share is met when that many times as many are there. */
function holdsByHand(seats: readonly Seat[], perspectives: readonly string[], rule: VotingRule): boolean {
  const how = (who: readonly Seat[], ...answers: Seat['answer'][]) =>
    who.filter(({ answer }) => answers.includes(answer)).length
  const isMet = (
    has: number,
    { numerator, denominator }: { numerator: number; denominator: number },
    of: number,
  ) => denominator > 0 && numerator <= denominator && has * denominator >= of * numerator
  const asked = (who: readonly Seat[]) => who.length - (rule.abstention === 'aside' ? how(who, 'abstain') : 0)
  const agreeing = (who: readonly Seat[]) => how(who, 'agree', 'agreeWithChange')
  const answered = (who: readonly Seat[]) => agreeing(who) + how(who, 'disagree', 'abstain')
  const { inAll, perPerspective } = rule.majority

  if (agreeing(seats) === 0) return false
  if (!isMet(answered(seats), rule.quorum.inAll, seats.length)) return false
  if (inAll && !isMet(agreeing(seats), inAll, asked(seats))) return false
  const { who, perspectives: blockers } = rule.blocking
  if (who === 'anyMember' && how(seats, 'disagree') > 0) return false
  return [...new Set([...perspectives, ...seats.map(({ perspective }) => perspective)])].every((id) => {
    const its = seats.filter(({ perspective }) => perspective === id)
    if (its.length === 0) return rule.quorum.perPerspective === 0 && !perPerspective
    if (answered(its) < rule.quorum.perPerspective && answered(its) < its.length) return false
    if (who === 'perspectives' && blockers.includes(id) && how(its, 'disagree') > 0) return false
    return !perPerspective || isMet(agreeing(its), perPerspective, asked(its))
  })
}

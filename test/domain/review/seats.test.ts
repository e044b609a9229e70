import {
  entitled,
  fitsFor,
  mayStandInFor,
  perspectivesOf,
  seatCounts,
  type PanelSeat,
} from '../../../server/domain/review/seats.ts'

const PART = 'the module'
const seat = (id: string, given: Partial<PanelSeat> = {}): PanelSeat => ({
  id,
  perspective: 'employer',
  part: 'member',
  standsInFor: null,
  recusals: [],
  ...given,
})
const recusedFrom = (...parts: (string | null)[]) => ({ recusals: parts.map((partId) => ({ partId })) })
const ASTA = seat('Asta')
const BO = seat('Bo')

describe('who may take a position', () => {
  type Row = [who: string, seats: PanelSeat[], onThePart: string[], onAnything: string[]]
  test.each<Row>([
    ['members', [ASTA, BO], ['Asta', 'Bo'], ['Asta', 'Bo']],
    ['nobody, where there is nobody', [], [], []],
    ['no observer', [ASTA, seat('Ove', { part: 'observer' })], ['Asta'], ['Asta']],
    ['no substitute who waits', [ASTA, seat('Sara', { part: 'substitute' })], ['Asta'], ['Asta']],
    [
      'a substitute who stands in, and not the one for whom she does',
      [ASTA, BO, seat('Sara', { part: 'substitute', standsInFor: 'Asta' })],
      ['Bo', 'Sara'],
      ['Bo', 'Sara'],
    ],
    ['nobody who is recused from the whole', [seat('Asta', recusedFrom(null)), BO], ['Bo'], ['Bo']],
    ['nobody who is recused from the part', [seat('Asta', recusedFrom(PART)), BO], ['Bo'], ['Asta', 'Bo']],
    [
      'whoever is recused from another part',
      [seat('Asta', recusedFrom('another')), BO],
      ['Asta', 'Bo'],
      ['Asta', 'Bo'],
    ],
    [
      'nobody for a member, when her substitute is recused',
      [ASTA, seat('Sara', { part: 'substitute', standsInFor: 'Asta', ...recusedFrom(PART) })],
      [],
      ['Sara'],
    ],
    [
      'the substitute of a member who is recused',
      [seat('Asta', recusedFrom(null)), seat('Sara', { part: 'substitute', standsInFor: 'Asta' })],
      ['Sara'],
      ['Sara'],
    ],
  ])('%s', (_, seats, onThePart, onAnything) => {
    expect(entitled(seats, PART).map(({ id }) => id)).toEqual(onThePart)
    expect(entitled(seats, null).map(({ id }) => id)).toEqual(onAnything)
  })
})

describe('the perspectives that a panel must hear', () => {
  test.each<[what: string, seats: PanelSeat[], known: string[], heard: string[]]>([
    [
      'come in the order of the installation',
      [seat('1', { perspective: 'employee' }), seat('2', { perspective: 'employer' })],
      ['employer', 'employee', 'serviceUser'],
      ['employer', 'employee'],
    ],
    ['come once, however many members they have', [ASTA, BO], ['employer'], ['employer']],
    [
      'are those of members, not of substitutes and observers',
      [
        ASTA,
        seat('2', { perspective: 'employee', part: 'observer' }),
        seat('3', { perspective: 'tradesBoard', part: 'substitute' }),
      ],
      ['employer', 'employee', 'tradesBoard'],
      ['employer'],
    ],
    [
      'are heard though their members are all recused',
      [seat('1', { perspective: 'employee', ...recusedFrom(null) })],
      ['employee'],
      ['employee'],
    ],
    [
      'are not forgotten when the installation has dropped one since',
      [ASTA, seat('2', { perspective: 'guild' })],
      ['employer'],
      ['employer', 'guild'],
    ],
  ])('%s', (_, seats, known, heard) => {
    expect(perspectivesOf(seats, known)).toEqual(heard)
  })
})

test('seats are counted by perspective, in the order of the installation: those who decide, and none where nobody does', () => {
  const panel = [
    ASTA,
    BO,
    seat('Sara', { part: 'substitute', standsInFor: 'Asta' }),
    seat('Sven', { part: 'substitute' }),
    seat('Disa', { perspective: 'employee', ...recusedFrom(null) }),
    seat('Eva', { perspective: 'educationProvider', ...recusedFrom(PART) }),
    seat('Ove', { perspective: 'tradesBoard', part: 'observer' }),
  ]
  const known = ['employee', 'educationProvider', 'employer', 'tradesBoard']
  expect(Object.entries(seatCounts(panel, known))).toEqual([
    ['employee', 0],
    ['educationProvider', 1],
    ['employer', 2],
  ])
})

describe('a substitute', () => {
  const sara = { ...seat('Sara', { part: 'substitute' }), substituteFor: null }
  test.each<[who: string, member: PanelSeat, fits: boolean]>([
    ['a member of the same perspective', ASTA, true],
    ['a member of another perspective', seat('Disa', { perspective: 'employee' }), false],
    ['another substitute', seat('Sven', { part: 'substitute' }), false],
    ['an observer', seat('Ove', { part: 'observer' }), false],
  ])('of an employer fits for %s or not', (_, member, fits) => {
    expect(fitsFor(sara, member)).toBe(fits)
    expect(mayStandInFor(sara, member)).toBe(fits)
  })

  test('fits for nobody who is not there, and a member fits for nobody', () => {
    expect(fitsFor(sara, undefined)).toBe(false)
    expect(fitsFor(BO, ASTA)).toBe(false)
  })

  test.each<[who: string, given: { substituteFor?: string; standsInFor?: string }, may: boolean]>([
    ['is free, and named for nobody', {}, true],
    ['is named for that member', { substituteFor: 'Asta' }, true],
    ['is named for another', { substituteFor: 'Bo' }, false],
    ['stands in for that member already', { standsInFor: 'Asta' }, true],
    ['stands in for another', { standsInFor: 'Bo' }, false],
  ])('who %s may stand in, or not', (_, given, may) => {
    expect(mayStandInFor({ ...sara, ...given }, ASTA)).toBe(may)
  })
})

import { entitled, perspectivesOf, type PanelSeat } from '../../../server/domain/review/seats.ts'

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

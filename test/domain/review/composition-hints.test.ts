import type { PanelMember } from '../../../schemas/types.ts'
import { compositionHints } from '../../../server/domain/review/composition-hints.ts'

type Place = Pick<PanelMember, 'part' | 'perspective' | 'organisation'>

const AIM = { smallest: 4, largest: 6, perspectives: ['employer', 'employee', 'tradesBoard'] }

/** Places of a perspective, each from its own organisation unless another is said. */
const places = (
  perspective: string,
  count: number,
  { part = 'member', organisation = '' }: Partial<Place> = {},
): Place[] =>
  Array.from({ length: count }, (_, index) => ({
    part,
    perspective,
    organisation: organisation || `${part} ${perspective} ${index}`,
  }))

const standIn = (perspective: string) => places(perspective, 1, { part: 'substitute' })

/** Nothing to say of: two employers, two employees, and a trades board with a substitute. */
const SOUND = [
  ...places('employer', 2),
  ...places('employee', 2),
  ...places('tradesBoard', 1),
  ...standIn('tradesBoard'),
]
const without = (perspective: string) => SOUND.filter((place) => place.perspective !== perspective)

test.each<[panel: string, places: readonly Place[], hints: string[]]>([
  ['has all it should', SOUND, []],
  [
    'is empty',
    [],
    [
      'too-few 0/4',
      'perspective-missing employer 0/1',
      'perspective-missing employee 0/1',
      'perspective-missing tradesBoard 0/1',
    ],
  ],
  ['has an observer too many', [...SOUND, ...places('employer', 9, { part: 'observer' })], []],
  ['is too large', [...SOUND, ...places('serviceUser', 2)], ['too-many 7/6']],
  [
    'has three members',
    [...places('employer', 1), ...places('employee', 1), ...places('tradesBoard', 1), ...standIn('employer')],
    ['too-few 3/4', 'perspective-alone employee 1/2', 'perspective-alone tradesBoard 1/2'],
  ],
  [
    'lacks the employees',
    [...without('employee'), ...places('serviceUser', 2)],
    ['perspective-missing employee 0/1'],
  ],
  [
    'has an unexpected perspective with one member',
    [...SOUND, ...places('serviceUser', 1)],
    ['perspective-alone serviceUser 1/2'],
  ],
  ['has as many employers as all others together', [...without('employer'), ...places('employer', 3)], []],
  [
    'has more employers than all others together',
    [
      ...places('employer', 4),
      ...places('employee', 1),
      ...standIn('employee'),
      ...places('tradesBoard', 1),
      ...standIn('tradesBoard'),
    ],
    ['perspective-dominates employer 4/3'],
  ],
  [
    'has two employees from one organisation, spelt in two ways',
    [
      ...without('employee'),
      ...places('employee', 1, { organisation: 'Kommunal' }),
      ...places('employee', 1, { organisation: ' kommunal' }),
    ],
    ['one-organisation employee 1/2'],
  ],
  [
    'has two members of the trades board, which is one organisation',
    [
      ...without('tradesBoard'),
      ...places('tradesBoard', 2, { organisation: 'PAN' }),
      ...standIn('tradesBoard'),
    ],
    [],
  ],
  [
    'has no substitute',
    SOUND.filter(({ part }) => part === 'member'),
    ['perspective-alone tradesBoard 1/2', 'no-substitute 0/1'],
  ],
])('a panel that %s', (_, panel, hints) => {
  expect(
    compositionHints(panel, AIM).map(({ code, perspective, count, limit }) =>
      [code, perspective, `${count}/${limit}`].filter((word) => word !== null).join(' '),
    ),
  ).toEqual(hints)
})

test('nothing is said of organisations that are not known', () => {
  const unknown = SOUND.map((place) => ({ ...place, organisation: '' }))
  expect(compositionHints(unknown, AIM)).toEqual([])
})

import type { DiffChange, OccupationalProfile } from '../../../schemas/types.ts'
import { diffProfiles } from '../../../server/domain/publishing/diff-profiles.ts'
import { foldParts, groupOf, inGroups } from '../../../server/domain/publishing/group-changes.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

const EQUIVALENT = { itemId: id('x'), equivalent: true, reason: 'Enklare ord.' }
const ANOTHER = { ...EQUIVALENT, equivalent: false }

type Kind = DiffChange['kind']
type Consequence = DiffChange['consequence']

test.each<[Kind, Consequence, string, DiffChange['ruling'], string]>([
  ['reworded', 'major', 'nobody has ruled', null, 'unruled'],
  ['reworded', 'minor', 'nobody has ruled', null, 'unruled'],
  ['reworded', 'major', 'another demand', ANOTHER, 'demands'],
  ['reworded', 'minor', 'the same demand', EQUIVALENT, 'sameDemand'],
  ['reworded', 'minor', 'another demand', ANOTHER, 'optional'],
  ['added', 'major', '', null, 'demands'],
  ['added', 'minor', '', null, 'optional'],
  ['added', 'patch', '', null, 'rest'],
  ['moved', 'major', '', null, 'demands'],
  ['moved', 'patch', '', null, 'moved'],
  ['removed', 'minor', '', null, 'removed'],
  ['removed', 'patch', '', null, 'rest'],
  ['amended', 'major', '', null, 'demands'],
  ['amended', 'minor', '', null, 'optional'],
  ['amended', 'patch', '', null, 'rest'],
])('what is %s with consequence %s %s', (kind, consequence, _, ruling, group) => {
  expect(groupOf({ kind, consequence, ruling } as DiffChange)).toBe(group)
})

const criterion = (name: string) => buildCriterion({ id: id(name), text: `Visar ${name}.` })
const outcome = (name: string) =>
  buildOutcome({
    id: id(name),
    text: `kunna ${name}`,
    criteria: [criterion(`${name}a`), criterion(`${name}b`)],
  })
const base = () =>
  buildProfile({
    modules: ['m1', 'm2'].map((name) =>
      buildLink({ id: id(name), title: name, outcomes: [outcome(`${name}x`), outcome(`${name}y`)] }),
    ),
  })
type Change = (profile: OccupationalProfile) => unknown

/** What is counted as one change, with how much is only part of it: `added module +6`. */
function folded(change: Change): string[] {
  const later = base()
  change(later)
  return foldParts(diffProfiles(base(), later)).map(
    ({ change: { kind, itemKind }, parts }) => `${kind} ${itemKind} +${parts.length}`,
  )
}
const first = (profile: OccupationalProfile) => profile.modules[0]!.module

test.each<[string, Change, string[]]>([
  [
    'a new module, with all that it holds',
    (p) => p.modules.push(buildLink({ outcomes: [outcome('nx'), outcome('ny')] })),
    ['added module +6'],
  ],
  ['a removed module, with all that it held', (p) => p.modules.pop(), ['removed module +6']],
  ['a new outcome, with its criteria', (p) => first(p).outcomes.push(outcome('nx')), ['added outcome +2']],
  ['a removed outcome, with its criteria', (p) => first(p).outcomes.pop(), ['removed outcome +2']],
  [
    'a new criterion in an outcome that stays',
    (p) => first(p).outcomes[0]!.criteria.push(criterion('n')),
    ['added criterion +0'],
  ],
  [
    'two removed criteria of an outcome that stays, each by itself',
    (p) => first(p).outcomes[0]!.criteria.splice(0),
    ['removed criterion +0', 'removed criterion +0'],
  ],
  [
    'a module in the place of another, each whole',
    (p) => p.modules.splice(1, 1, buildLink({ outcomes: [outcome('nx')] })),
    ['added module +3', 'removed module +6'],
  ],
  [
    'an outcome that is saved from a removed module, and moved',
    (p) => first(p).outcomes.push(p.modules.pop()!.module.outcomes[0]!),
    ['moved outcome +0', 'removed module +3'],
  ],
])('one change is %s', (_, change, expected) => expect(folded(change)).toEqual(expected))

test('groups stand in the order in which they are read, and empty ones not at all', () => {
  const of = (kind: Kind, consequence: Consequence, number: string) =>
    ({
      kind,
      consequence,
      ruling: null,
      itemId: id(number),
      numberBefore: number,
      numberAfter: number,
    }) as DiffChange
  const entries = foldParts([
    of('amended', 'patch', '1'),
    of('moved', 'patch', '2.1'),
    of('removed', 'minor', '3.1'),
    of('added', 'major', '4.1'),
    of('added', 'major', '4.2'),
  ])
  expect(inGroups(entries).map(([group, members]) => [group, members.length])).toEqual([
    ['demands', 2],
    ['removed', 1],
    ['moved', 1],
    ['rest', 1],
  ])
})

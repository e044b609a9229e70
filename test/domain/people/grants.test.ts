import type { Role, Scope } from '../../../schemas/types.ts'
import {
  coveredBy,
  EVERYTHING,
  isAdministrator,
  isGrantable,
  leavesAnAdministrator,
  type Place,
} from '../../../server/domain/people/grants.ts'

const organisation = (id: string | null): Scope => ({ kind: 'organisation', id })
const profile = (id: string | null): Scope => ({ kind: 'profile', id })

describe('a role that can be given', () => {
  test.each<[Role, Scope, boolean]>([
    ['administrator', EVERYTHING, true],
    ['administrator', organisation('a'), false],
    ['administrator', profile('p'), false],
    ['editor', EVERYTHING, true],
    ['editor', organisation('a'), true],
    ['editor', profile('p'), true],
    ['coordinator', profile('p'), true],
    ['panelMember', profile('p'), true],
    ['reader', organisation(null), false],
    ['reader', profile(null), false],
    ['reader', { kind: 'everything', id: 'a' }, false],
    ['administrator', { kind: 'everything', id: 'a' }, false],
  ])('%s for %j: %s', (role, scope, can) => expect(isGrantable({ role, scope })).toBe(can))
})

describe('a grant covers', () => {
  const here: Place = { profileId: 'p', organisationId: 'a' }
  test.each<[Scope, Place, boolean]>([
    [EVERYTHING, here, true],
    [EVERYTHING, { profileId: null, organisationId: null }, true],
    [organisation('a'), here, true],
    [organisation('a'), { profileId: null, organisationId: 'a' }, true],
    [organisation('b'), here, false],
    [organisation('a'), { profileId: 'p', organisationId: null }, false],
    [profile('p'), here, true],
    [profile('p'), { profileId: 'p', organisationId: null }, true],
    [profile('q'), here, false],
    [profile('p'), { profileId: null, organisationId: 'a' }, false],
    [organisation(null), { profileId: null, organisationId: null }, false],
    [profile(null), { profileId: null, organisationId: null }, false],
  ])('%j: %j → %s', (scope, place, covered) =>
    expect(coveredBy({ role: 'reader', scope }, place)).toBe(covered),
  )
})

describe('when a grant goes', () => {
  const karin = { id: 'g1', personId: 'karin' }
  const karinAgain = { id: 'g2', personId: 'karin' }
  const nils = { id: 'g3', personId: 'nils' }
  test.each<[string, (typeof karin)[], (grant: typeof karin) => boolean, boolean]>([
    ['the only one', [karin], ({ id }) => id === 'g1', false],
    ['one of two people’s', [karin, nils], ({ id }) => id === 'g1', true],
    ['one of the same person’s two', [karin, karinAgain], ({ id }) => id === 'g1', true],
    ['everything of the only one', [karin, karinAgain], ({ personId }) => personId === 'karin', false],
    ['everything of one of two', [karin, karinAgain, nils], ({ personId }) => personId === 'karin', true],
    ['none of theirs', [karin], () => false, true],
    ['all', [karin, nils], () => true, false],
    ['where there is none', [], () => false, false],
  ])('%s: somebody is still administrator: %4$s', (_, administrators, isGone, left) =>
    expect(leavesAnAdministrator(administrators, isGone)).toBe(left),
  )
})

test.each<[Role[], boolean]>([
  [[], false],
  [['editor', 'coordinator'], false],
  [['reader', 'administrator'], true],
])('%j: an administrator: %s', (roles, is) =>
  expect(isAdministrator(roles.map((role) => ({ role, scope: EVERYTHING })))).toBe(is),
)

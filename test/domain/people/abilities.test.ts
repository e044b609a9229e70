import {
  abilitiesOn,
  ANYBODY,
  hasRoleFor,
  NO_PROFILE,
  type Act,
  type Viewer,
} from '../../../server/domain/people/abilities.ts'

const administrator: Viewer = { roles: ['administrator'] }
const draft = { hasDraft: true, hasEdition: false }
const published = { hasDraft: false, hasEdition: true }
const revising = { hasDraft: true, hasEdition: true }
const may = (viewer: Viewer, state: typeof draft) =>
  Object.entries(abilitiesOn(viewer, state))
    .filter(([, allowed]) => allowed)
    .map(([act]) => act)
    .sort()
    .join(' ')

test.each<[string, typeof draft, string]>([
  ['without a profile', NO_PROFILE, 'createProfile'],
  [
    'on a draft that has never been published',
    draft,
    'createProfile discardDraft edit explainChange publish readHistory',
  ],
  ['on a published profile', published, 'createProfile explainChange readHistory startDraft'],
  [
    'on a published profile with a draft',
    revising,
    'createProfile discardDraft edit explainChange publish readHistory',
  ],
])('an administrator %s', (_, state, acts) => expect(may(administrator, state)).toBe(acts))

test.each([draft, published, revising, NO_PROFILE])(
  'anybody may read what is published and do nothing: %j',
  (state) => {
    expect(may(ANYBODY, state)).toBe('')
  },
)

test('what the state allows, the role must allow too', () => {
  const acts = Object.keys(abilitiesOn(ANYBODY, revising)) as Act[]
  expect(acts.filter((act) => hasRoleFor(ANYBODY, act))).toEqual([])
  expect(acts.every((act) => hasRoleFor(administrator, act))).toBe(true)
})

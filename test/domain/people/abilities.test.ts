import fc from 'fast-check'
import type { Role, Scope } from '../../../schemas/types.ts'
import {
  abilitiesAtLarge,
  abilitiesOn,
  ANYBODY,
  homesOf,
  may,
  mayAnywhere,
  NO_PROFILE,
  reaches,
  RULES,
  STATUSES,
  statusOf,
  type Act,
  type Status,
  type Target,
  type Viewer,
} from '../../../server/domain/people/abilities.ts'
import { EVERYTHING, isGrantable, type Grant } from '../../../server/domain/people/grants.ts'
import { ROLES, scopesOf } from '../../../server/domain/people/roles.ts'

const ACTS = Object.keys(RULES) as Act[]
const WITHOUT_ACTS = ROLES.filter((role) => !ACTS.some((act) => RULES[act].roles.includes(role)))

const ours: Scope = { kind: 'organisation', id: 'ours' }
const theOne: Scope = { kind: 'profile', id: 'p1' }
const having = (role: Role, scope: Scope = EVERYTHING): Viewer => ({ grants: [{ role, scope }] })
const at = (status: Status, place: Partial<Target> = {}): Target => ({
  profileId: 'p1',
  organisationId: 'ours',
  status,
  ...place,
})
const all = (viewer: Viewer, target: Target) =>
  ACTS.filter((act) => may(viewer, act, target))
    .toSorted()
    .join(' ')

/*
 * The whole table, cell by cell, is compared with server/domain/README.md in test/architecture/readme.test.ts. Here
 * stand the sentences that people would miss first, written by hand.
 */
describe('what each part is for', () => {
  test.each<[Role, Status, string]>([
    ['editor', 'absent', 'createProfile explainChange readHistory'],
    [
      'editor',
      'drafted',
      'createProfile discardDraft edit explainChange leadWorkshops readDraft readHistory readReview settleRemarks submitToPanel',
    ],
    [
      'editor',
      'published',
      'createProfile explainChange leadWorkshops readHistory readReview settleRemarks startDraft',
    ],
    [
      'editor',
      'revised',
      'createProfile discardDraft edit explainChange leadWorkshops readDraft readHistory readReview settleRemarks submitToPanel',
    ],
    ['facilitator', 'absent', 'explainChange readHistory'],
    ['facilitator', 'drafted', 'edit explainChange leadWorkshops readDraft readHistory readReview'],
    ['facilitator', 'published', 'explainChange leadWorkshops readHistory readReview'],
    [
      'coordinator',
      'drafted',
      'leadPanel publish readDraft readHistory readReview settleRemarks submitToPanel',
    ],
    ['coordinator', 'published', 'leadPanel readHistory readReview settleRemarks'],
    ['steeringGroup', 'absent', ''],
    ['steeringGroup', 'revised', 'approvePanel readDraft readReview'],
    ['steeringGroup', 'published', 'approvePanel readReview'],
    ['reader', 'drafted', 'readDraft'],
    ['reader', 'published', ''],
    ['panelMember', 'absent', ''],
    ['panelMember', 'drafted', 'takePart'],
    ['panelMember', 'published', 'takePart'],
  ])('%s, %s: %s', (role, status, acts) => expect(all(having(role), at(status))).toBe(acts))

  test('an administrator may do everything that the status allows, but approve panels and take part in them', () => {
    const OTHERS: Act[] = ['approvePanel', 'takePart']
    for (const status of STATUSES)
      expect(ACTS.filter((act) => !may(having('administrator'), act, at(status)))).toEqual(
        ACTS.filter((act) => OTHERS.includes(act) || !RULES[act].when.includes(status)),
      )
  })

  test('those who put a panel together do not approve it themselves, nor sit on it by that', () => {
    const both = ROLES.filter((role) => RULES.leadPanel.roles.includes(role))
    expect(both).toEqual(['administrator', 'coordinator'])
    for (const act of ['approvePanel', 'takePart'] as const)
      expect(RULES[act].roles.filter((role) => both.includes(role))).toEqual([])
  })

  test('whoever does anything with a panel by their role may read how it goes', () => {
    for (const act of ['submitToPanel', 'leadPanel', 'approvePanel', 'settleRemarks'] as const)
      expect(RULES.readReview.roles).toEqual(expect.arrayContaining([...RULES[act].roles]))
  })

  test.each<[string, Role, Act, boolean]>([
    ['a coordinator publishes', 'coordinator', 'publish', true],
    ['a coordinator does not edit', 'coordinator', 'edit', false],
    ['an editor edits', 'editor', 'edit', true],
    ['an editor does not publish', 'editor', 'publish', false],
    ['an editor invites nobody', 'editor', 'managePeople', false],
    ['a facilitator edits what others have begun', 'facilitator', 'edit', true],
    ['a facilitator begins nothing', 'facilitator', 'createProfile', false],
    ['a facilitator throws nothing away', 'facilitator', 'discardDraft', false],
    ['a steering group reads', 'steeringGroup', 'readDraft', true],
    ['a steering group does not see who changed what', 'steeringGroup', 'readHistory', false],
    ['a reader reads', 'reader', 'readDraft', true],
    ['a reader changes nothing', 'reader', 'edit', false],
    ['a coordinator leads a panel', 'coordinator', 'leadPanel', true],
    ['an editor answers remarks', 'editor', 'settleRemarks', true],
    ['an editor leads no panel', 'editor', 'leadPanel', false],
    ['a facilitator follows a panel', 'facilitator', 'readReview', true],
    ['a facilitator answers no remarks', 'facilitator', 'settleRemarks', false],
    ['a reader does not follow a panel', 'reader', 'readReview', false],
    ['a panel member does not read the draft', 'panelMember', 'readDraft', false],
    ['a quality assurer does not read the log', 'internalQualityAssurer', 'readLog', false],
  ])('%s', (_, role, act, allowed) => expect(may(having(role), act, at('drafted'))).toBe(allowed))

  test('whoever publishes has not written it alone: no part but the administrator both edits and publishes', () => {
    const both = ROLES.filter((role) => RULES.edit.roles.includes(role) && RULES.publish.roles.includes(role))
    expect(both).toEqual(['administrator'])
  })

  test('nothing is done to a draft by somebody who may not read it', () => {
    const onDrafts: Act[] = ['edit', 'discardDraft', 'publish', 'readHistory', 'explainChange', 'startDraft']
    for (const act of onDrafts)
      expect(RULES.readDraft.roles).toEqual(expect.arrayContaining([...RULES[act].roles]))
  })

  test('what is asked of the whole installation belongs to a part that comes for everything only', () => {
    const whole: Act[] = ['managePeople', 'manageInstallation', 'readLog']
    for (const role of whole.flatMap((act) => RULES[act].roles))
      expect(scopesOf(role)).toEqual(['everything'])
  })
})

describe('where a profile is on its way', () => {
  test.each<[boolean, boolean, Status]>([
    [false, false, 'absent'],
    [true, false, 'drafted'],
    [false, true, 'published'],
    [true, true, 'revised'],
  ])('draft: %s, version: %s → %s', (hasDraft, hasEdition, status) =>
    expect(statusOf({ hasDraft, hasEdition })).toBe(status),
  )

  test('an act that needs a draft is never possible without one', () => {
    for (const act of ['readDraft', 'edit', 'discardDraft', 'publish'] as const)
      expect(RULES[act].when).toEqual(['drafted', 'revised'])
  })
})

describe('how far a role reaches', () => {
  const elsewhere = { profileId: 'p9', organisationId: 'theirs' }
  test.each<[string, Scope, Partial<Target>, boolean]>([
    ['everything: any profile', EVERYTHING, elsewhere, true],
    ['everything: a profile of nobody’s', EVERYTHING, { organisationId: null }, true],
    ['one organisation: a profile of it', ours, { profileId: 'p2' }, true],
    ['one organisation: a profile of another', ours, elsewhere, false],
    ['one organisation: a profile of nobody’s', ours, { organisationId: null }, false],
    ['one profile: that one', theOne, {}, true],
    ['one profile: that one, whoever’s it has become', theOne, { organisationId: 'theirs' }, true],
    ['one profile: another of the same organisation', theOne, { profileId: 'p2' }, false],
    ['one profile: none', theOne, { profileId: null }, false],
    ['an organisation that is called as a profile', { kind: 'organisation', id: 'p1' }, {}, false],
    ['a profile that is called as an organisation', { kind: 'profile', id: 'ours' }, {}, false],
    ['a scope without its id', { kind: 'organisation', id: null }, { organisationId: null }, false],
    ['a profile without its id', { kind: 'profile', id: null }, { profileId: null }, false],
  ])('%s', (_, scope, place, reached) => {
    expect(may(having('editor', scope), 'edit', at('drafted', place))).toBe(reached)
    expect(reaches(having('editor', scope), 'edit', at('published', place))).toBe(reached)
  })

  test.each<[string, Viewer, (string | null)[], boolean]>([
    ['an editor of everything begins profiles of anybody’s', having('editor'), [null], true],
    ['an organisation’s editor begins profiles of it', having('editor', ours), [null, 'ours'], true],
    ['a profile’s editor begins none', having('editor', theOne), [null], false],
    ['an organisation’s reader begins none', having('reader', ours), [null, 'ours'], false],
    ['nobody begins any', ANYBODY, [null], false],
  ])('%s', (_, viewer, homes, begins) => {
    expect(homesOf(viewer)).toEqual(homes)
    expect(abilitiesAtLarge(viewer).createProfile).toBe(begins)
  })
})

const role = fc.constantFrom(...ROLES)
const scope = fc.oneof(
  fc.constant(EVERYTHING),
  fc.record({ kind: fc.constant('organisation' as const), id: fc.constantFrom('ours', 'theirs') }),
  fc.record({ kind: fc.constant('profile' as const), id: fc.constantFrom('p1', 'p2') }),
)
const grant: fc.Arbitrary<Grant> = fc.record({ role, scope })
const viewer: fc.Arbitrary<Viewer> = fc.record({ grants: fc.array(grant, { maxLength: 4 }) })
const target: fc.Arbitrary<Target> = fc.record({
  profileId: fc.constantFrom('p1', 'p2', null),
  organisationId: fc.constantFrom('ours', 'theirs', null),
  status: fc.constantFrom(...STATUSES),
})
const act = fc.constantFrom(...ACTS)

const follows = (one: boolean, other: boolean) => !one || other

describe('whatever somebody has been granted', () => {
  test('a role for less never allows what the same role for everything does not', () => {
    fc.assert(
      fc.property(grant, act, target, (given, what, where) => {
        const whole = may(having(given.role), what, where)
        expect(follows(may({ grants: [given] }, what, where), whole)).toBe(true)
      }),
    )
  })

  test('a role for one profile never allows what the same role for its organisation does not, where the profile is its', () => {
    fc.assert(
      fc.property(role, act, fc.constantFrom(...STATUSES), (part, what, status) => {
        const ofAll = may(having(part, ours), what, at(status))
        expect(follows(may(having(part, theOne), what, at(status)), ofAll)).toBe(true)
      }),
    )
  })

  test('one more role takes nothing away', () => {
    fc.assert(
      fc.property(viewer, grant, act, target, ({ grants }, more, what, where) => {
        const withMore = may({ grants: [more, ...grants] }, what, where)
        expect(follows(may({ grants }, what, where), withMore)).toBe(true)
      }),
    )
  })

  test('two roles allow what one of them does, and nothing between them', () => {
    fc.assert(
      fc.property(viewer, act, target, ({ grants }, what, where) => {
        const alone = grants.some((each) => may({ grants: [each] }, what, where))
        expect(may({ grants }, what, where)).toBe(alone)
      }),
    )
  })

  test('nothing is allowed there that is allowed nowhere, and nothing that the place does not allow', () => {
    fc.assert(
      fc.property(viewer, act, target, (somebody, what, where) => {
        const isOpen = reaches(somebody, what, where) && mayAnywhere(somebody, what)
        expect(follows(may(somebody, what, where), isOpen && RULES[what].when.includes(where.status))).toBe(
          true,
        )
      }),
    )
  })

  test('what the buttons say is what the refusals say', () => {
    fc.assert(
      fc.property(viewer, target, (somebody, where) => {
        const said = abilitiesOn(somebody, where)
        expect(Object.keys(said).toSorted()).toEqual(ACTS.toSorted())
        for (const what of ACTS) expect(said[what]).toBe(may(somebody, what, where))
      }),
    )
  })

  test('without roles nothing is allowed anywhere, nor with roles alone whose acts are to come', () => {
    fc.assert(
      fc.property(
        target,
        fc.constantFrom<Viewer>(ANYBODY, ...WITHOUT_ACTS.map((part) => having(part))),
        (where, who) => {
          expect(all(who, where)).toBe('')
          expect(ACTS.filter((what) => mayAnywhere(who, what) || abilitiesAtLarge(who)[what])).toEqual([])
        },
      ),
    )
    expect(all(ANYBODY, NO_PROFILE)).toBe('')
  })

  test('nobody is an administrator of a part, so no grant that can be given reaches beyond its scope', () => {
    fc.assert(
      fc.property(grant, act, target, (given, what, where) => {
        const { kind, id } = given.scope
        const isWithin = kind === 'everything' || [where.organisationId, where.profileId].includes(id)
        expect(follows(isGrantable(given) && may({ grants: [given] }, what, where), isWithin)).toBe(true)
      }),
    )
  })
})

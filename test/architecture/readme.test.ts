import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SETTINGS } from '../../server/config.ts'
import type { ReviewStatus, Role, Scope } from '../../schemas/types.ts'
import {
  ANYBODY,
  may,
  NO_PROFILE,
  RULES,
  STATUSES,
  type Act,
  type Viewer,
} from '../../server/domain/people/abilities.ts'
import { coveredBy, EVERYTHING, type Place } from '../../server/domain/people/grants.ts'
import { ROLES } from '../../server/domain/people/roles.ts'
import {
  mayInReview,
  REVIEW_ACT_NAMES,
  REVIEW_ACTS,
  TRANSITIONS,
  type ReviewAct,
  type Standpoint,
} from '../../server/domain/review/acts.ts'
import { isHidden } from '../../server/domain/review/visibility.ts'
import { repositoryRoot } from '../../server/repository-root.ts'

const root = repositoryRoot()
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const readme = read('README.md')
const { dependencies, devDependencies, scripts } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'scripts',
  Record<string, string>
>

/** The cells of the rows whose first cell is code, by the heading above their table. */
function rowsUnder(heading: string, text = readme): string[][] {
  const [section = ''] = text.slice(text.indexOf(heading) + heading.length).split(/^#+ /mu)
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.includes('---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}
const inCode = (cell = '') => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code]) => code)

test('the README’s settings are those that the program reads, with their defaults', () => {
  const rows = rowsUnder('### Settings').map(([name, fallback]) => [
    ...inCode(name),
    // A default that depends on another setting is said in words there.
    inCode(fallback)[0] ?? '',
  ])
  const expected = Object.entries(SETTINGS).map(([name, { fallback }]) => [name, fallback])
  const said = {
    BASE_URL: 'http://localhost:PORT',
    DATABASE_URL: 'DATA_DIR',
    BACKUP_DIR: 'DATA_DIR/backups',
  } as Record<string, string>
  expect(rows).toEqual(expected.map(([name = '', fallback = '']) => [name, said[name] ?? fallback]))
})

test('every library that runs at the user’s has its sentence in the README, and no other has', () => {
  const named = rowsUnder('### What it stands on').flatMap(([library]) => inCode(library))
  expect(new Set(named)).toEqual(new Set(Object.keys(dependencies)))
})

test('every library is pinned to one version', () => {
  const versions = Object.values({ ...dependencies, ...devDependencies })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version))).toEqual([])
})

test('every command that the README names is there', () => {
  const named = [...readme.matchAll(/`npm run ([\w:]+)/gu)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('every file that the README names or shows is there', () => {
  const shown = [...readme.matchAll(/(?:\]\(|src=")([^)":]+)/gu)].map(([, file = '']) => file)
  const named = [
    ...readme.matchAll(/`((?:server|web|scripts|schemas|test)\/[\w./-]+\.(?:ts|md|mjs|json))`/gu),
  ]
  const files = [...shown, ...named.map(([, file = '']) => file)]
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

describe('the table of who may do what', () => {
  const rules = read('server/domain/README.md')
  const acts = Object.keys(RULES) as Act[]
  const GROUPS: readonly (readonly Viewer[])[] = [
    ['administrator'],
    ['editor'],
    ['facilitator'],
    ['coordinator'],
    ['steeringGroup'],
    ['reader'],
    ['panelMember'],
    ['ocnAssessor', 'occupationalAssessor', 'internalQualityAssurer', 'externalQualityAssurer'],
    [null],
  ].map((roles) => roles.map((role) => (role === null ? ANYBODY : viewerWho(role as Role))))
  const rows = rowsUnder('## Who may do what', rules).filter(([act = '']) => acts.includes(act as Act))

  function viewerWho(role: Role): Viewer {
    return { grants: [{ role, scope: EVERYTHING }] }
  }

  test('has a row for every act, and a column for every role', () => {
    expect(rows.map(([act]) => act)).toEqual(acts)
    const shown = GROUPS.flatMap((viewers) => viewers.flatMap(({ grants }) => grants.map(({ role }) => role)))
    expect(shown.toSorted()).toEqual(ROLES.toSorted())
    expect(rows.every((cells) => cells.length === 3 + GROUPS.length)).toBe(true)
  })

  test.each(rows)('says of %s what the program decides', (act = '', _meaning, when = '', ...cells) => {
    const statuses = when.split(', ')
    const compared = STATUSES.flatMap((status) =>
      GROUPS.flatMap((viewers, column) =>
        viewers.map((viewer) => ({
          who: viewer.grants[0]?.role ?? 'anybody',
          status,
          said: cells[column] === 'yes' && statuses.includes(status),
          decided: may(viewer, act as Act, { ...NO_PROFILE, status }),
        })),
      ),
    )
    expect(compared).toHaveLength(STATUSES.length * (ROLES.length + 1))
    expect(compared.filter(({ said, decided }) => said !== decided)).toEqual([])
    expect([statuses.filter((status) => !STATUSES.some((each) => each === status)), cells]).toEqual([
      [],
      cells.map((cell) => (cell === 'yes' ? 'yes' : '–')),
    ])
  })

  test('says how far a role reaches as the program decides', () => {
    const scopes: Record<string, Scope> = {
      everything: EVERYTHING,
      'one organisation': { kind: 'organisation', id: 'a' },
      'one profile': { kind: 'profile', id: 'p' },
    }
    const places: Place[] = [
      { profileId: 'p', organisationId: 'a' },
      { profileId: 'q', organisationId: 'a' },
      { profileId: null, organisationId: 'a' },
      { profileId: 'r', organisationId: 'b' },
    ]
    const said = rowsUnder('## Who may do what', rules).filter(([scope = '']) => scope in scopes)
    expect(said).toEqual(
      Object.entries(scopes).map(([name, scope]) => [
        name,
        ...places.map((place) => (coveredBy({ role: 'reader', scope }, place) ? 'yes' : '–')),
      ]),
    )
  })
})

describe('the part about panels', () => {
  const rules = read('server/domain/README.md')
  const EVERY: readonly ReviewStatus[] = REVIEW_ACTS.readText.when
  const byRole = (role: Role): Standpoint => ({
    may: (act) => RULES[act].roles.includes(role),
    place: null,
  })
  const byPlace = (part: 'member' | 'observer', isEntitled: boolean): Standpoint => ({
    may: () => false,
    place: { part, isEntitled },
  })
  const COLUMNS: readonly Standpoint[] = [
    ...(['administrator', 'editor', 'facilitator', 'coordinator', 'steeringGroup'] as const).map(byRole),
    byPlace('observer', false),
    byPlace('member', true),
  ]
  const rows = rowsUnder('### Who may do what in a review', rules)

  test('has a row for every act in a review', () => {
    expect(rows.map(([act]) => act)).toEqual(REVIEW_ACT_NAMES)
    expect(rows.every((cells) => cells.length === 3 + COLUMNS.length)).toBe(true)
    expect(new Set(EVERY)).toEqual(new Set(Object.values(REVIEW_ACTS).flatMap(({ when }) => when)))
  })

  test.each(rows)('says of %s what the program decides', (act = '', _meaning, when = '', ...cells) => {
    const said = when === 'always' ? EVERY : when.split(', ')
    const wrong = EVERY.flatMap((status) =>
      COLUMNS.map((standpoint, column) => ({
        column,
        status,
        said: cells[column] === 'yes' && said.includes(status),
        decided: mayInReview(standpoint, act as ReviewAct, status),
      })),
    ).filter((each) => each.said !== each.decided)
    expect(wrong).toEqual([])
    expect([said.filter((status) => !EVERY.some((each) => each === status)), cells]).toEqual([
      [],
      cells.map((cell) => (cell === 'yes' ? 'yes' : '–')),
    ])
  })

  test('says when what members say is hidden, once for each case', () => {
    const ROUNDS = {
      none: null,
      ordinary: { kind: 'ordinary', revealedAt: null },
      quiet: { kind: 'quiet', revealedAt: null },
      revealed: { kind: 'quiet', revealedAt: '2026-03-01T09:00:00.000Z' },
    } as const
    const table = rowsUnder('#### What members say of it is hidden', rules)
    const fits = (cell = '', value: string) => cell === 'any' || cell.split(', ').includes(value)
    for (const status of EVERY)
      for (const [rule, visibility] of [
        ['hides', 'hidden'],
        ['shows', 'open'],
      ] as const)
        for (const [name, round] of Object.entries(ROUNDS)) {
          const said = table.filter(
            ([when, under, during]) => fits(when, status) && fits(under, rule) && fits(during, name),
          )
          const hidden = isHidden({ status, rule: { visibility }, round }) ? 'yes' : '–'
          expect([status, rule, name, ...said.map((cells) => cells[3])]).toEqual([status, rule, name, hidden])
        }
  })

  test('nobody with a role that is not in the table may do anything in a review by it', () => {
    const others = ROLES.filter(
      (role) => !['administrator', 'editor', 'facilitator', 'coordinator', 'steeringGroup'].includes(role),
    )
    const able = others.flatMap((role) =>
      REVIEW_ACT_NAMES.filter((act) => EVERY.some((status) => mayInReview(byRole(role), act, status))),
    )
    expect(able).toEqual([])
  })

  test('draws every way from status to status, and no other', () => {
    const drawn = [...rules.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gmu)].map(([, ...arrow]) =>
      arrow.join(' '),
    )
    const decided = Object.entries(TRANSITIONS).flatMap(([act, { from, to }]) =>
      from.flatMap((start) => to.map((end) => `${start} ${end} ${act}`)),
    )
    expect(drawn.toSorted()).toEqual(['[*] preparing submit', ...decided].toSorted())
  })
})

import { createHash } from 'node:crypto'
import type { OccupationalProfile } from '../../../schemas/types.ts'
import {
  freezeEdition,
  yearsAfter,
  type FormerEdition,
  type Publication,
} from '../../../server/domain/publishing/freeze-edition.ts'
import {
  buildCriterion,
  buildDecision,
  buildLink,
  buildOutcome,
  buildProfile,
  id,
} from '../../support/build-profile.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const publication: Publication = {
  id: id('edition'),
  publishedAt: '2026-03-01T09:00:00.000Z',
  version: '1.0.0',
  versionReason: '',
  decision: buildDecision({ decidedOn: '2026-02-28' }),
  rulings: [],
}
const saying = (text: string) =>
  buildProfile({
    modules: [
      buildLink({
        id: id('m'),
        outcomes: [buildOutcome({ id: id('o'), criteria: [buildCriterion({ id: id('c'), text })] })],
      }),
    ],
  })

function frozen(profile: OccupationalProfile, former?: FormerEdition, given: Partial<Publication> = {}) {
  const result = freezeEdition(profile, former, { ...publication, ...given }, hash)
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.edition
}
function refusal(profile: OccupationalProfile, former?: FormerEdition, given: Partial<Publication> = {}) {
  const result = freezeEdition(profile, former, { ...publication, ...given }, hash)
  return result.ok ? 'published' : result.refusal.code
}
const former: FormerEdition = { digest: 'f'.repeat(64), edition: frozen(saying('Visar.')) }

test('an edition embeds the whole text, its decision and the hash of every wording', () => {
  const edition = frozen(saying('Visar.'))
  expect(edition.profile).toEqual(saying('Visar.'))
  expect(edition.decision.decidedBy).toBe('Testrådet')
  expect(edition.wordingHashes[id('c')]).toBe(hash('Visar.'))
  expect(edition.supersedes).toBeNull()
})

test('a later edition names the one it supersedes, and keeps the rulings that it rests on and no others', () => {
  const rulings = [
    { itemId: id('c'), equivalent: true, reason: 'Enklare ord.' },
    { itemId: id('o'), equivalent: false, reason: 'Ändrades aldrig.' },
  ]
  const edition = frozen(saying('Visar hur.'), former, { version: '1.1.0', rulings })
  expect(edition.supersedes).toEqual({ version: '1.0.0', digest: former.digest })
  expect(edition.rulings).toEqual([rulings[0]])
})

describe('a draft is not published', () => {
  const ruled = { rulings: [{ itemId: id('c'), equivalent: true, reason: '' }] }
  test.each<[string, OccupationalProfile, Partial<Publication>, string]>([
    ['when something is missing', saying(''), {}, 'draft-incomplete'],
    ['under the same version', saying('Visar.'), { version: '1.0.0' }, 'version-not-later'],
    ['under an earlier version', saying('Visar.'), { version: '0.9.0' }, 'version-not-later'],
    ['while a rewording waits for its ruling', saying('Gör.'), { version: '2.0.0' }, 'ruling-missing'],
    [
      'under another version than follows from the changes, without a reason',
      saying('Gör.'),
      { version: '2.0.0', ...ruled },
      'version-unexplained',
    ],
  ])('%s', (_, profile, given, code) => expect(refusal(profile, former, given)).toBe(code))

  test('but under another version when there is a reason', () => {
    expect(refusal(saying('Gör.'), former, { version: '2.0.0', versionReason: 'Ny panel.', ...ruled })).toBe(
      'published',
    )
  })

  test('and a first version may carry the number that it was approved under', () => {
    expect(refusal(saying('Visar.'), undefined, { version: '3.2.1' })).toBe('published')
  })
})

test('the next relevance review is due four years after the decision', () => {
  expect(frozen(saying('Visar.')).nextReviewDue).toBe('2030-02-28')
})
test.each([
  ['2024-02-29', 4, '2028-02-29'],
  ['2024-02-29', 1, '2025-02-28'],
  ['2096-02-29', 4, '2100-02-28'],
])('%s and %i years later is %s', (day, years, later) => expect(yearsAfter(day, years)).toBe(later))

import english from '../../../server/i18n/en.json' with { type: 'json' }
import swedish from '../../../server/i18n/sv.json' with { type: 'json' }
import type { Role } from '../../../schemas/types.ts'
import { SCHEMAS } from '../../../server/contract.ts'
import { ROLES, scopesOf } from '../../../server/domain/people/roles.ts'

test('the contract names the same roles, in the same order', () => {
  expect(SCHEMAS.get('role')?.enum).toEqual(ROLES)
})

test.each([swedish, english])('every role has a name for people', ({ roles }) => {
  expect(Object.keys(roles)).toEqual(expect.arrayContaining([...ROLES]))
})

test.each<[Role, string]>([
  ['administrator', 'everything'],
  ['editor', 'everything organisation profile'],
  ['facilitator', 'everything organisation profile'],
  ['coordinator', 'everything organisation profile'],
  ['steeringGroup', 'everything organisation profile'],
  ['panelMember', 'everything organisation profile'],
  ['ocnAssessor', 'everything organisation profile'],
  ['occupationalAssessor', 'everything organisation profile'],
  ['internalQualityAssurer', 'everything organisation profile'],
  ['externalQualityAssurer', 'everything organisation profile'],
  ['reader', 'everything organisation profile'],
])('%s is given for: %s', (role, scopes) => expect(scopesOf(role).join(' ')).toBe(scopes))

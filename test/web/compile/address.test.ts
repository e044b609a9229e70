import { addressOf, isOurs, placeAt } from '../../../web/router.ts'

const WORKSHOP = '0199a1b2-0000-7000-8000-000000000001'
const THEME = '0199a1b2-0000-7000-8000-000000000002'
const AT = `/verkstad/personlig-assistent/workshoppar/${WORKSHOP}/sammanstall`

test('the replay of a group has an address of its own', () => {
  const address = `/verkstad/personlig-assistent/workshoppar/${WORKSHOP}/uppspelning/3`
  const place = { page: 'replay', slug: 'personlig-assistent', workshopId: WORKSHOP, groupNumber: 3 } as const
  expect(addressOf(place)).toBe(address)
  expect(placeAt(address)).toEqual(place)
  expect(isOurs(address)).toBe(true)
})

test.each([
  ['all themes', AT, {}],
  ['one theme', `${AT}/${THEME}`, { themeId: THEME }],
])('the page of %s has an address of its own', (_what, address, given) => {
  const place = { page: 'compile', slug: 'personlig-assistent', workshopId: WORKSHOP, ...given } as const
  expect(addressOf(place)).toBe(address)
  expect(placeAt(address)).toEqual(place)
  expect(isOurs(address)).toBe(true)
})

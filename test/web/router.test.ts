import { WORKSHOP_PAGES } from '../../server/http/assets.ts'
import { addressOf, isOurs, placeAt, type Place } from '../../web/router.ts'

const personId = '0192f0c1-7b1a-7c3e-9d55-3f2a8c1e4b77'

const PLACES: readonly (readonly [address: string, place: Place])[] = [
  ['/verkstad', { page: 'start' }],
  ['/verkstad/testare/historik', { page: 'history', slug: 'testare' }],
  ['/verkstad/testare/publicera', { page: 'publish', slug: 'testare' }],
  ['/verkstad/testare/yrkessprak', { page: 'editor', slug: 'testare', section: { part: 'words' } }],
  ['/verkstad/testare/workshoppar', { page: 'workshops', slug: 'testare' }],
  ['/verkstad/testare/workshoppar/ny', { page: 'planning', slug: 'testare', workshopId: null }],
  [`/verkstad/testare/workshoppar/${personId}`, { page: 'workshop', slug: 'testare', workshopId: personId }],
  [
    `/verkstad/testare/workshoppar/${personId}/plan`,
    { page: 'planning', slug: 'testare', workshopId: personId },
  ],
  [
    `/verkstad/testare/workshoppar/${personId}/projektor`,
    { page: 'projector', slug: 'testare', workshopId: personId },
  ],
  ['/verkstad/testare/panel', { page: 'review', slug: 'testare' }],
  ['/verkstad/testare/panel/synpunkter', { page: 'settling', slug: 'testare' }],
  ['/verkstad/testare/panel/beslut', { page: 'closing', slug: 'testare' }],
  [
    `/verkstad/testare/panel/mote/${personId}`,
    { page: 'panel-meeting', slug: 'testare', meetingId: personId },
  ],
  [
    `/verkstad/testare/panel/mote/${personId}/projektor`,
    { page: 'panel-projector', slug: 'testare', meetingId: personId },
  ],
  ['/konto', { page: 'account' }],
  ['/administration/personer', { page: 'administration', part: 'people' }],
  ['/administration/organisationer', { page: 'administration', part: 'organisations' }],
  ['/administration/installningar', { page: 'administration', part: 'settings' }],
  ['/administration/drift', { page: 'administration', part: 'status' }],
  ['/administration/e-post', { page: 'administration', part: 'mail' }],
  ['/administration/logg', { page: 'administration', part: 'log' }],
  [`/administration/personer/${personId}`, { page: 'person', personId }],
]

test.each(PLACES)('%s is a page of the workshop, here and on the server', (address, place) => {
  expect(placeAt(address)).toEqual(place)
  expect(addressOf(place)).toBe(address)
  expect([isOurs(address), WORKSHOP_PAGES.test(address)]).toEqual([true, true])
})

test('the administration begins with the people', () => {
  expect(placeAt('/administration')).toEqual({ page: 'administration', part: 'people' })
  expect([isOurs('/administration'), WORKSHOP_PAGES.test('/administration')]).toEqual([true, true])
})

test.each([
  '/konto/uppgifter',
  `/administration/personer/${personId}/uppgifter`,
  '/kontot',
  '/verkstaden',
  '/administration/annat',
  '/profiler/testare',
  '/logga-in',
])('%s is left to the server', (address) => {
  expect([isOurs(address), WORKSHOP_PAGES.test(address)]).toEqual([false, false])
})

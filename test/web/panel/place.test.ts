import { panelAddress, panelPlaceAt } from '../../../web/panel/place.ts'

const reviewId = '0192f0c1-7b1a-7c3e-9d55-3f2a8c1e4b77'

test.each([
  ['/panel', { page: 'reviews' }],
  [`/panel/${reviewId}`, { page: 'start', reviewId }],
  [`/panel/${reviewId}/text`, { page: 'text', reviewId }],
  [`/panel/${reviewId}/text/module-4`, { page: 'part', reviewId, partId: 'module-4' }],
  [`/panel/${reviewId}/synpunkter`, { page: 'remarks', reviewId }],
  [`/panel/${reviewId}/mote`, { page: 'meeting', reviewId }],
] as const)('%s is a page of its own', (address, place) => {
  expect(panelPlaceAt(address)).toEqual(place)
  expect(panelAddress(place)).toBe(address)
})

test.each(['/panel/', '/panel/nothing', '/panel/0192'])('%s leads to all reviews', (address) => {
  expect(panelPlaceAt(address)).toEqual({ page: 'reviews' })
})

test('an address below a review that is no page leads to what is left in it', () => {
  expect(panelPlaceAt(`/panel/${reviewId}/annat`)).toEqual({ page: 'start', reviewId })
})

import { inFours } from '../../../server/domain/publishing/in-fours.ts'

test.each([
  ['7f3a91c2e05d44b8', undefined, '7f3a 91c2 e05d 44b8'],
  ['7f3a91c2e05d44b8', 8, '7f3a 91c2'],
  ['7f3a91', undefined, '7f3a 91'],
  ['', undefined, ''],
])('%p, of which %p digits, is read as %p', (digest, digits, read) => {
  expect(inFours(digest, digits)).toBe(read)
})

import {
  forgetHalfCard,
  keepHalfCard,
  readHalfCard,
} from '../../../../web/workshop/screens/collect/half-card.ts'

function device(room = Infinity): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

test('a half-written card is there again, by seat', () => {
  const store = device()
  keepHalfCard('leila', { kind: 'suitability', text: 'Inte ha bråt 😀' }, store)
  expect(readHalfCard('leila', store)).toEqual({ kind: 'suitability', text: 'Inte ha bråt 😀' })
  expect(readHalfCard('fatima', store)).toEqual({ kind: 'knowledge', text: '' })
  forgetHalfCard('leila', store)
  expect(readHalfCard('leila', store).text).toBe('')
})

test('a device that is full says so and breaks nothing', () => {
  expect(keepHalfCard('leila', { kind: 'skills', text: 'Lyfta' }, device(5))).toBe(false)
})

test('what cannot be read counts as nothing', () => {
  const store = device()
  store.setItem('profilverkstad.half-card.leila', '{"kind":"other","text":3}')
  expect(readHalfCard('leila', store)).toEqual({ kind: 'knowledge', text: '' })
  store.setItem('profilverkstad.half-card.leila', 'not json')
  expect(readHalfCard('leila', store)).toEqual({ kind: 'knowledge', text: '' })
})

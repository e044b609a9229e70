import { jest } from '@jest/globals'
import type { NearestText, NearestTexts } from '../../../../../schemas/types.ts'
import { NearestPublished } from '../../../../../web/workshop/screens/word/nearest-published.ts'

const hit = (text: string): NearestText => ({
  profileSlug: 'serviceassistent',
  profileTitle: 'Serviceassistent',
  version: '2.0.0',
  moduleId: 'module',
  moduleTitle: 'Förflyttning',
  moduleNumber: 3,
  itemId: text,
  itemKind: 'outcome',
  text,
  score: 70,
  shared: [],
})

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

function following(answer: (text: string) => Promise<NearestTexts>) {
  const asked: string[] = []
  const near = new NearestPublished(
    () => undefined,
    (text) => {
      asked.push(text)
      return answer(text)
    },
  )
  const shown = () => near.items.map(({ text }) => text)
  return { near, asked, shown }
}

test('what resembles the text is asked for when the writing pauses, and once', async () => {
  const { near, asked, shown } = following((text) => Promise.resolve({ items: [hit(`som ${text}`)] }))
  for (const written of ['förflytta', 'förflytta en', 'förflytta en person']) near.follow(written)
  await jest.advanceTimersByTimeAsync(2000)
  near.follow('förflytta en person')
  await jest.advanceTimersByTimeAsync(2000)
  expect(asked).toEqual(['förflytta en person'])
  expect(shown()).toEqual(['som förflytta en person'])
  expect(near.called('module')?.moduleTitle).toBe('Förflyttning')
})

test('at most three are shown', async () => {
  const { near, shown } = following(() => Promise.resolve({ items: ['1', '2', '3', '4'].map(hit) }))
  near.follow('förflytta en person')
  await jest.advanceTimersByTimeAsync(2000)
  expect(shown()).toEqual(['1', '2', '3'])
})

test('a text of a word or so resembles nothing, and is not asked about', async () => {
  const { near, asked, shown } = following(() => Promise.resolve({ items: [hit('x')] }))
  near.follow('lyfta')
  await jest.advanceTimersByTimeAsync(2000)
  expect([asked, shown()]).toEqual([[], []])
})

test('without an answer there is nothing, and the same text is asked about again when it comes back', async () => {
  let isOnline = false
  const { near, asked, shown } = following(() =>
    isOnline ? Promise.resolve({ items: [hit('x')] }) : Promise.reject(new Error('no network')),
  )
  near.follow('förflytta en person')
  await jest.advanceTimersByTimeAsync(2000)
  expect(shown()).toEqual([])
  isOnline = true
  near.follow('förflytta en')
  near.follow('förflytta en person')
  await jest.advanceTimersByTimeAsync(2000)
  expect(asked).toHaveLength(2)
  expect(shown()).toEqual(['x'])
})

test('an answer that comes late is not shown beside other words', async () => {
  const answers: ((found: NearestTexts) => void)[] = []
  const { near, shown } = following(() => new Promise((answer) => answers.push(answer)))
  near.follow('förflytta en person')
  await jest.advanceTimersByTimeAsync(2000)
  near.follow('laga mat tillsammans')
  await jest.advanceTimersByTimeAsync(2000)
  answers[1]?.({ items: [hit('mat')] })
  await jest.advanceTimersByTimeAsync(0)
  answers[0]?.({ items: [hit('person')] })
  await jest.advanceTimersByTimeAsync(0)
  expect(shown()).toEqual(['mat'])
})

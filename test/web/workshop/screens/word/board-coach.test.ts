import { jest } from '@jest/globals'
import { addCriterion, rewrite, textAt } from '../../../../../server/board/write-on-board.ts'
import { fetchCoach } from '../../../../../web/controllers/coach.ts'
import { BoardCoach } from '../../../../../web/workshop/screens/word/board-coach.ts'
import { boardInMemory } from './board-in-memory.ts'

const kept = new Map<string, string>()
beforeAll(async () => {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  }
  Object.assign(globalThis, { localStorage: storage })
  await fetchCoach()
})
beforeEach(() => {
  kept.clear()
  jest.useFakeTimers()
})
afterEach(() => jest.useRealTimers())
afterAll(() => Reflect.deleteProperty(globalThis, 'localStorage'))

async function coached() {
  const made = boardInMemory()
  const criterionId = addCriterion(made.pen, made.outcomeId, 'Förstår varför bromsar ska kontrolleras.')
  const coach = new BoardCoach(() => undefined)
  const think = async () => {
    coach.follow(made.board(), 'Deltagaren kan')
    await jest.advanceTimersByTimeAsync(1000)
  }
  await think()
  return { ...made, criterionId, coach, think }
}

test('the coach speaks on a board by the rules of the editor, and numbers what it says', async () => {
  const { coach, wording, criterionId } = await coached()
  expect(coach.on(wording())).toMatchObject([
    {
      rule: 'wording/vague-verb',
      itemId: criterionId,
      start: 0,
      end: 7,
      number: 1,
      message: 'Går det att se?',
    },
  ])
})

test('it says nothing of words that have been changed since it read them', async () => {
  const { coach, pen, criterionId, wording, think } = await coached()
  rewrite(pen, textAt(pen.doc, 'criteria', criterionId)!, 'Förklarar varför bromsar ska kontrolleras.')
  expect(coach.on(wording())).toEqual([])
  await think()
  expect(coach.on(wording())).toEqual([])
})

test('advice that somebody does not want comes back only when the words are others', async () => {
  const { coach, pen, criterionId, wording, think } = await coached()
  coach.keep(coach.on(wording())[0]!)
  expect(coach.on(wording())).toEqual([])
  rewrite(pen, textAt(pen.doc, 'criteria', criterionId)!, 'Förstår varför selen ska kontrolleras.')
  await think()
  expect(coach.on(wording())).toHaveLength(1)
})

test('of a theme it says how many sentences are usual', async () => {
  const { coach, themeId } = await coached()
  expect(coach.onTheme(themeId).map(({ rule }) => rule)).toEqual(['structure/outcome-count'])
})

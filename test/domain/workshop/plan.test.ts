import type { Phase } from '../../../schemas/types.ts'
import { isPlanSound, phaseAfter, USUAL_PHASES } from '../../../server/domain/workshop/phases.ts'
import { acceptsLateWords, codesUntil, isOver, namesUntil } from '../../../server/domain/workshop/plan.ts'

const planned = (...phases: Phase[]) => phases.map((phase) => ({ phase, minutes: 10 }))

describe('a plan', () => {
  test.each<[string, Phase[], boolean]>([
    ['all five phases in their order', ['collect', 'sort', 'delimit', 'word', 'done'], true],
    ['a workshop that only collects', ['collect'], true],
    ['one that words what was collected elsewhere', ['word', 'done'], true],
    ['phases left out in the middle', ['collect', 'word'], true],
    ['no phases', [], false],
    ['nothing but the end', ['done'], false],
    ['a phase twice', ['collect', 'collect'], false],
    ['wording before collecting', ['word', 'collect'], false],
    ['something after the end', ['collect', 'done', 'word'], false],
  ])('of %s can be followed or not: %3$s', (_, phases, isSound) => {
    expect(isPlanSound(planned(...phases))).toBe(isSound)
  })

  test('as it usually is takes ninety minutes and can be followed', () => {
    expect(isPlanSound(USUAL_PHASES)).toBe(true)
    expect(USUAL_PHASES.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90)
  })

  test.each<[Phase, Phase | undefined]>([
    ['collect', 'word'],
    ['word', undefined],
  ])('that collects and words goes on from %s to %s', (phase, next) => {
    expect(phaseAfter(planned('collect', 'word'), phase)).toBe(next)
  })
})

describe('a workshop on 10 March', () => {
  const date = '2026-03-10'
  const byItself = { date, endedAt: null }
  const endedEarly = { date, endedAt: '2026-03-10T15:00:00.000Z' }
  const endedLate = { date, endedAt: '2026-03-20T15:00:00.000Z' }

  test('lets people in by its codes until the day after it, wherever they are', () => {
    expect(codesUntil({ date }).toISOString()).toBe('2026-03-12T00:00:00.000Z')
  })

  test.each<[string, typeof byItself | typeof endedEarly, string, boolean]>([
    ['long before', byItself, '2026-01-01T00:00:00Z', false],
    ['on its day', byItself, '2026-03-10T12:00:00Z', false],
    ['late the day after, for somebody who finishes at home', byItself, '2026-03-11T23:59:59Z', false],
    ['two days after', byItself, '2026-03-12T00:00:00Z', true],
    ['on its day, when somebody has ended it', endedEarly, '2026-03-10T15:00:01Z', true],
  ])('is over or not %s: %4$s', (_, workshop, now, expected) => {
    expect(isOver(workshop, new Date(now))).toBe(expected)
  })

  test.each<[string, typeof byItself | typeof endedEarly, string, boolean]>([
    ['while it goes on', byItself, '2026-03-10T12:00:00Z', true],
    ['two weeks after its codes ran out, but a second', byItself, '2026-03-25T23:59:59Z', true],
    ['two weeks after its codes ran out', byItself, '2026-03-26T00:00:00Z', false],
    ['two weeks after somebody ended it, but a second', endedEarly, '2026-03-24T14:59:59Z', true],
    ['two weeks after somebody ended it', endedEarly, '2026-03-24T15:00:00Z', false],
    ['not longer since somebody ended it long after', endedLate, '2026-03-26T00:00:00Z', false],
  ])('takes what a phone in a bag has kept, %s: %4$s', (_, workshop, now, expected) => {
    expect(acceptsLateWords(workshop, new Date(now))).toBe(expected)
  })

  test.each<[string, typeof byItself | typeof endedEarly, string]>([
    ['its codes ran out', byItself, '2026-06-10T00:00:00.000Z'],
    ['somebody ended it', endedEarly, '2026-06-08T15:00:00.000Z'],
    ['its codes ran out, though somebody ended it later', endedLate, '2026-06-10T00:00:00.000Z'],
    [
      'somebody ended it, though its date was mistyped',
      { ...endedEarly, date: '2062-03-10' },
      '2026-06-08T15:00:00.000Z',
    ],
  ])('keeps names until ninety days after %s', (_, workshop, until) => {
    expect(namesUntil(workshop).toISOString()).toBe(until)
  })
})

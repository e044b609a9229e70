import { ApiProblem, NoAnswer, problemIn } from '../../web/api/http-client.ts'
import { todayInSweden } from '../../web/i18n/locale.ts'
import { troubleIn } from '../../web/trying.ts'

const problem = (status: number) => ({
  type: '/problems/some-kind',
  title: 'Det går inte',
  status,
  detail: 'Så här är det.',
  instance: '/api/v1/profiles',
  requestId: 'r1',
})

describe('what is told when something does not come', () => {
  test.each([
    ['the server says no', new ApiProblem(problem(404)), 'Det går inte', false],
    ['the server is in trouble itself', new ApiProblem(problem(503)), 'Det går inte', true],
    ['no answer comes', new NoAnswer('no answer'), 'Servern svarar inte', true],
  ])('%s', (_, error, title, passes) => {
    expect(troubleIn(error, 'read')).toMatchObject({ title, passes })
  })

  test('what the server failed at is told with its id, a no is not', () => {
    expect(troubleIn(new ApiProblem(problem(500)), 'act')).toMatchObject({ requestId: 'r1' })
    expect(troubleIn(new ApiProblem(problem(409)), 'act')).not.toHaveProperty('requestId')
  })

  test('an act without an answer may have been done, a reading has done nothing', () => {
    const silence = new NoAnswer('no answer')
    expect(troubleIn(silence, 'act').detail).toMatch(/^Det är osäkert om det blev gjort/u)
    expect(troubleIn(silence, 'read').detail).toMatch(/^Det som ska visas här kunde inte hämtas/u)
  })

  test('a fault of ours is no lost network: it is thrown on', () => {
    const fault = new TypeError('undefined is not a function')
    expect(() => problemIn(fault)).toThrow(fault)
    expect(() => troubleIn(fault, 'act')).toThrow(fault)
  })
})

test.each([
  ['late in the evening in summer time', '2026-06-30T21:59:00Z', '2026-06-30'],
  ['just after midnight in summer time', '2026-06-30T22:01:00Z', '2026-07-01'],
  ['just after midnight in winter time', '2026-12-31T23:01:00Z', '2027-01-01'],
])('today is the day it is in Sweden, %s', (_, now, day) => {
  expect(todayInSweden(new Date(now))).toBe(day)
})

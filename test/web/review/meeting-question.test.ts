import { meetingFaults, planWritten } from '../../../web/review/meeting-question.ts'

const usual = {
  day: '2026-10-21',
  from: '09:00',
  to: '12:00',
  place: 'Rosenlundsgatan 9',
  video: 'https://video.exempel.se/rum',
  material: '',
  answerBy: '2026-10-14',
}
const written = (changes: Partial<typeof usual> = {}) => {
  const values: Record<string, string> = { ...usual, ...changes }
  return (name: string) => values[name] ?? ''
}

test('a meeting is planned by Swedish clocks', () => {
  expect(planWritten(written())).toEqual({
    startsAt: '2026-10-21T07:00:00.000Z',
    endsAt: '2026-10-21T10:00:00.000Z',
    place: 'Rosenlundsgatan 9',
    video: 'https://video.exempel.se/rum',
    material: '',
    answerBy: '2026-10-14',
  })
  expect(planWritten(written({ answerBy: '' }))?.answerBy).toBeNull()
})

test.each<[string, Partial<typeof usual>, string[]]>([
  ['nothing is wrong', {}, []],
  ['there is no day', { day: '', answerBy: '' }, ['day']],
  ['there are no times', { from: '', to: '' }, ['from', 'to']],
  ['it ends before it begins', { to: '08:30' }, ['to']],
  ['the link is none', { video: 'video.exempel.se' }, ['video']],
  ['the answer is asked for after the meeting', { answerBy: '2026-10-22' }, ['answerBy']],
])('when %s, the fields %j are to be mended', (_what, changes, fields) => {
  expect([...meetingFaults(written(changes)).keys()]).toEqual(fields)
})

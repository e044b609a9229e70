import fc from 'fast-check'
import { quotedRuns } from '../../../../web/review/settle/quoted-runs.ts'

const shown = (wording: string, quotes: readonly string[]) =>
  quotedRuns(wording, quotes)
    .map(({ text, isQuoted }) => (isQuoted ? `[${text}]` : text))
    .join('')

test.each([
  ['Kontrollerar lås och sele.', ['lås'], 'Kontrollerar [lås] och sele.'],
  ['Kontrollerar lås och sele.', ['lås och', 'och sele'], 'Kontrollerar [lås och sele].'],
  ['Kontrollerar lås och sele.', ['bromsar'], 'Kontrollerar lås och sele.'],
  ['Kontrollerar lås och sele.', [''], 'Kontrollerar lås och sele.'],
  ['Lyfter.', ['Lyfter.'], '[Lyfter.]'],
  ['', ['lås'], ''],
])('%s with %j quoted reads %s', (wording, quotes, expected) => {
  expect(shown(wording, quotes)).toBe(expected)
})

test('the runs put together are the wording, and no two beside one another are alike', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 })), (wording, quotes) => {
      const runs = quotedRuns(wording, quotes)
      expect(runs.map(({ text }) => text).join('')).toBe(wording)
      expect(runs.every((run, at) => run.isQuoted !== runs[at + 1]?.isQuoted)).toBe(true)
    }),
  )
})

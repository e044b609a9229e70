import { mirrored } from '../../../../../web/workshop/screens/word/mirrored.ts'

const TEXT = 'Förstår varför bromsar ska kontrolleras.'
const span = (start: number, end: number, number = 1) => ({
  start,
  end,
  number,
  severity: 'warning' as const,
})
/** A mark as [words]number, a caret as |, what keeps the height left out. */
const drawn = (...given: Parameters<typeof mirrored>) =>
  mirrored(...given)
    .map((part) => {
      if (typeof part === 'string') return part.replace('\u200B', '')
      const { values } = part
      return values.length === 0 ? '|' : `[${String(values[2])}]${String(values[1])}`
    })
    .join('')

test.each<[string, Parameters<typeof mirrored>, string]>([
  ['a text without anything is itself', [TEXT, [], []], TEXT],
  [
    'words that the coach speaks of are marked',
    [TEXT, [span(0, 7)], []],
    '[Förstår]1 varför bromsar ska kontrolleras.',
  ],
  ['a caret has its place', [TEXT, [], [{ head: 7 }]], 'Förstår| varför bromsar ska kontrolleras.'],
  [
    'a caret within marked words parts them, and the number stands once',
    [TEXT, [span(0, 7)], [{ head: 3 }]],
    '[För]|[står]1 varför bromsar ska kontrolleras.',
  ],
  ['a caret at the end stands after everything', [TEXT, [], [{ head: 40 }]], `${TEXT}|`],
  ['a caret beyond the end stands at it', ['ja', [], [{ head: 9 }]], 'ja|'],
  ['two carets may stand in one place', ['ja', [], [{ head: 1 }, { head: 1 }]], 'j||a'],
  [
    'marks that overlap or lie outside are left out',
    ['ja nej', [span(0, 4, 1), span(2, 5, 2), span(4, 99, 3)], []],
    '[ja n]1ej',
  ],
  ['an empty text has places too', ['', [], [{ head: 0 }]], '|'],
])('%s', (_, given, expected) => {
  expect(drawn(...given)).toBe(expected)
})

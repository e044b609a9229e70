import fc from 'fast-check'
import { tidyText } from '../../../server/exchange/eperusteet/tidy-text.ts'

test.each<[string, unknown, string]>([
  ['a text that is as it should be', 'sköter sin hygien', 'sköter sin hygien'],
  [
    'lines broken in the middle of a sentence',
    'sköter sin\nhygien och\r\nklär sig',
    'sköter sin hygien och klär sig',
  ],
  [
    'tags, which take the place of a space',
    '<p>sköter</p><ul><li class="a">hygien</li></ul>',
    'sköter hygien',
  ],
  ['comments', 'sköter<!-- rättas --> hygien', 'sköter hygien'],
  ['a script, of which only the words stay', '<script>alert(1)</script>', 'alert(1)'],
  ['no-break spaces, written out or not', 'högst&nbsp;8\u00A0grader', 'högst 8 grader'],
  [
    'other entities',
    'f&ouml;rst&aring;r &amp; &#228;r &#xe4; &quot;l&auml;tt&quot;',
    'förstår & är ä ”lätt”',
  ],
  [
    'what looks like an entity and is none',
    'R&D; &okänt; &valueOf; &#0; &#x110000;',
    'R&D; &okänt; &valueOf; &#0; &#x110000;',
  ],
  [
    'signs for less and more, which are no tags',
    'håller < 8 grader och > 2 grader',
    'håller < 8 grader och > 2 grader',
  ],
  ['decomposed letters', 'fo\u0308rsta\u030Ar', 'förstår'],
  ['what nobody can see', '\uFEFFsköter\u200B sin\u202E hygien', 'sköter sin hygien'],
  ['nothing', undefined, ''],
  ['something that is no text', { fi: 'x' }, ''],
])('of %s the words are taken', (_, given, words) => {
  expect(tidyText(given, 100).text).toBe(words)
})

test.each<[string, string, { html?: true; invisible?: true; cut?: true }]>([
  ['nothing is said of line ends and spaces', 'sköter \r\n sin hygien ', {}],
  ['a tag is told', 'sköter <b>sin</b> hygien', { html: true }],
  ['an entity is told', 'sköter&nbsp;sin hygien', { html: true }],
  ['a decomposed letter is told', 'fo\u0308rstår', { invisible: true }],
  ['a cut is told', 'sköter sin hygien varje dag', { cut: true }],
])('%s', (_, given, told) => {
  expect(tidyText(given, 20)).toMatchObject({ html: false, invisible: false, cut: false, ...told })
})

test('a cut never leaves half a character', () => {
  expect(tidyText('🧹🧹🧹', 3).text).toBe('🧹')
})

test('whatever is given, what is taken is short enough, well formed and free of control characters', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<', '>', '<p', '&#', '&nbsp;', '<!--', '-->', '\uD83E'),
  )
  fc.assert(
    fc.property(fc.array(piece), fc.integer({ min: 1, max: 40 }), (pieces, length) => {
      const { text } = tidyText(pieces.join(''), length)
      expect(text.length).toBeLessThanOrEqual(length)
      expect(text.isWellFormed()).toBe(true)
      expect(text).not.toMatch(/\p{Cc}/u)
    }),
  )
})

test.each(['<', '<!--', '&#', '<a ', ' '])(
  'what “%s” takes grows with how many there are, not with their square',
  (piece) => {
    const best = (letters: number) => {
      const text = piece.repeat(letters / piece.length)
      const rounds = [1, 2, 3].map(() => {
        const started = performance.now()
        tidyText(text, 2000)
        return performance.now() - started
      })
      return Math.min(...rounds)
    }
    // Eight times as many take eight times as long, not sixty-four; what is too quick to measure is quick enough.
    expect(best(800_000)).toBeLessThan(24 * Math.max(best(100_000), 5))
  },
)

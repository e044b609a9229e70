import { productFonts } from '../../../server/pdf/fonts.ts'
import { makeStyles } from '../../../server/pdf/styles.ts'
import { setLines, widthOf, type Line } from '../../../server/pdf/type/set-lines.ts'

const styles = makeStyles(productFonts())
const style = styles.criterion

const textOf = ({ fragments }: Line): string =>
  fragments
    .flatMap(({ words }) => words.flatMap(({ glyphs }) => glyphs.flatMap(({ codePoints }) => codePoints)))
    .map((code) => String.fromCodePoint(code))
    .join('')

const set = (text: string, measure: number, softHyphens = false) =>
  setLines([{ text, style }], measure, { softHyphens }).map(textOf)

test.each([
  ['white space folds, and every line ends with a space', '  två \n\t ord ', 300, ['två ord ']],
  ['a space that does not break stays', 'efter\u00A0112 ringer', 60, ['efter 112 ', 'ringer ']],
  ['a line may end after a hyphen between words', 'hjärt-lungräddning', 75, ['hjärt-', 'lungräddning ']],
  ['a line may end after a stroke between words', 'hon/han eller/och', 45, ['hon/han ', 'eller/och ']],
  [
    'a word too long is parted before a consonant and a vowel',
    'förflyttningshjälpmedel',
    60,
    ['förflyttnings-', 'hjälpmedel '],
  ],
  [
    'an address is parted at its signs, without hyphens',
    'https://profil.example/v/1.0.0',
    60,
    ['https://profil.', 'example/', 'v/1.0.0 '],
  ],
  [
    'what has no place to part is cut into strips',
    'xxxxxxxxxxxxxxxxxxxxxxxx',
    40,
    ['xxxxxx', 'xxxxxx', 'xxxxxx', 'xxxxxx '],
  ],
  ['soft hyphens are left out of wording', 'be\u00ADmötande', 300, ['bemötande ']],
  ['nothing but space gives no line', ' \n ', 100, []],
])('%s', (_, text, measure, lines) => {
  expect(set(text, measure)).toEqual(lines)
})

test('in headings a line may end at a soft hyphen', () => {
  expect(set('yrkes\u00ADkunnande', 52, true)).toEqual(['yrkes-', 'kunnande '])
  expect(set('yrkes\u00ADkunnande', 300, true)).toEqual(['yrkeskunnande '])
})

test('no line ends between runs that have no space between them', () => {
  const runs = ['lyft', '.', ' Sedan'].map((text) => ({ text, style }))
  const lines = setLines(runs, widthOf('lyft', style) + 1)
  expect(lines.map(textOf)).toEqual(['lyft. ', 'Sedan '])
})

test('runs keep their styles and follow one another', () => {
  const [line] = setLines(
    [
      { text: 'fett ', style: styles.subtitle },
      { text: 'vanligt', style },
    ],
    300,
  )
  const [bold, plain] = line!.fragments
  expect(bold?.run.style).toBe(styles.subtitle)
  expect(plain!.x).toBeGreaterThan(bold!.width)
  expect(line!.width).toBeCloseTo(plain!.x + plain!.width)
})

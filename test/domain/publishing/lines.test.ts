import { linesOf, withoutSameLines } from '../../../server/domain/publishing/lines.ts'

test.each([
  ['lines of any system', 'En\r\nTvå\rTre\nFyra', ['En', 'Två', 'Tre', 'Fyra']],
  ['space about lines and empty lines are left out', '  En \n\n \t\nTvå\n', ['En', 'Två']],
  ['an empty text has none', ' \n ', []],
])('%s', (_, text, lines) => expect(linesOf(text)).toEqual(lines))

test.each([
  ['the lines around a change are left out', 'a\nb\nc', 'a\nB\nc', ['b', 'B']],
  ['a line that is repeated is left out once', 'a\na', 'a', ['a', '']],
  ['all that came in between is shown', 'a\nd', 'a\nb\n\nc\nd', ['', 'b\nc']],
  ['of the same text nothing is left', 'a\nb', 'a\nb', ['', '']],
  ['different texts are whole', 'a', 'b', ['a', 'b']],
])('%s', (_, before, after, shown) => expect(withoutSameLines(before, after)).toEqual(shown))

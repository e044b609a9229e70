import fc from 'fast-check'
import * as Y from 'yjs'
import {
  afterOthers,
  afterOwn,
  changeBetween,
  inText,
  placeInText,
  placesOf,
  type TextChange,
} from '../../../../web/workshop/board/change-between.ts'

test.each<[string, string, string, [number, number, string] | null]>([
  ['nothing', 'lyfta|', 'lyfta|', null],
  ['a letter at the end', 'lyft|', 'lyfta|', [4, 0, 'a']],
  ['a letter among its like', 'aa|aa', 'aaa|aa', [2, 0, 'a']],
  ['one of its like taken away backwards', 'aaa|a', 'aa|a', [2, 1, '']],
  ['one of its like taken away forwards', 'a|aaa', 'a|aa', [1, 1, '']],
  ['a word put in the place of another', 'kan |lyfta| rätt', 'kan bära| rätt', [4, 4, 'bär']],
  ['a word repeated', 'om om| igen', 'om om om| igen', [5, 0, ' om']],
  ['a slip that is mended before the caret', 'lfyta tungt|', 'lyfta tungt|', [1, 2, 'yf']],
  ['everything taken away', 'lyfta|', '|', [0, 5, '']],
  ['a sign of two halves after its like', '😀|', '😀😃|', [2, 0, '😃']],
  ['a sign of two halves in the place of its like', '😀|', '😃|', [0, 2, '😃']],
  ['half a family', '👩‍👧|', '👩|', [2, 3, '']],
])('%s', (_what, before, after, expected) => {
  const change = changeBetween(before.replaceAll('|', ''), after.replace('|', ''), after.indexOf('|'))
  expect(change && [change.index, change.remove, change.insert]).toEqual(expected)
})

const applied = (text: string, { index, remove, insert }: TextChange) =>
  text.slice(0, index) + insert + text.slice(index + remove)
const aText = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😃', '\n'), maxLength: 12 })

test('a change leads from the one to the other, wherever the caret is, and parts no sign', () => {
  fc.assert(
    fc.property(aText, aText, fc.nat({ max: 24 }), (before, after, caret) => {
      const change = changeBetween(before, after, caret) ?? { index: 0, remove: 0, insert: '' }
      expect(applied(before, change)).toBe(after)
      expect(
        [change.insert, applied(before, { ...change, insert: '' })].every((each) => each.isWellFormed()),
      ).toBe(true)
    }),
  )
})

/** A change that fits into a text of any length. */
const someChange = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 4 }),
  insert: fc.constantFrom('', 'x', 'yz', 'åäö'),
})
const fitted = (
  length: number,
  { at, remove, insert }: { at: number; remove: number; insert: string },
): TextChange => {
  const index = at % (length + 1)
  return { index, remove: Math.min(remove, length - index), insert }
}

test('what is written in a field while others write goes to its place, and nothing of the others goes with it', () => {
  const happening = fc.record({ isOwn: fc.boolean(), change: someChange })
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
      // The letters of the text are unlike each other, so that each can be followed.
      let next = 0x4e00
      const fresh = (letters: string) => letters.replace(/./gu, () => String.fromCharCode((next += 1)))
      const text = new Y.Doc().getText()
      text.insert(0, fresh('abcdef'))
      let field = text.toJSON()
      let places = placesOf(field.length)
      const others = new Set<string>()
      text.observe(({ delta, transaction }) => {
        if (transaction.origin !== 'own') places = afterOthers(places, delta)
      })
      const gone = new Set<string>()
      for (const { isOwn, change } of happenings) {
        const fitting = fitted(isOwn ? field.length : text.length, change)
        const done = { ...fitting, insert: fresh(fitting.insert) }
        const removed = (isOwn ? field : text.toJSON()).slice(done.index, done.index + done.remove)
        for (const letter of removed) gone.add(letter)
        if (!isOwn) for (const letter of done.insert) others.add(letter)
        const changes = isOwn ? inText(places, done) : [done]
        text.doc?.transact(
          () => {
            for (const { index, remove, insert } of changes) {
              text.delete(index, remove)
              text.insert(index, insert)
            }
          },
          isOwn ? 'own' : 'others',
        )
        if (!isOwn) continue
        places = afterOwn(places, done)
        field = applied(field, done)
      }
      const inTheText = text.toJSON().split('')
      // The text has what the field has and nobody has taken away, in its order, and the others' besides.
      expect(inTheText.filter((letter) => !others.has(letter))).toEqual(
        field.split('').filter((letter) => !gone.has(letter)),
      )
      expect(
        [...others].filter((letter) => !gone.has(letter)).every((letter) => inTheText.includes(letter)),
      ).toBe(true)
      // A place in the field is right after the letter that it stands after there.
      const here = field.split('').filter((letter) => inTheText.includes(letter))
      expect(here.map((letter) => placeInText(places, field.indexOf(letter) + 1))).toEqual(
        here.map((letter) => inTheText.indexOf(letter) + 1),
      )
    }),
  )
})

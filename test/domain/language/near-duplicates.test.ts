import * as fc from 'fast-check'
import { findTwins, readEndingLetters, readWording } from '../../../server/domain/language/near-duplicates.ts'

const endings = readEndingLetters('aeonrst')
const wording = (text: string) =>
  readWording(
    text.split(' ').map((lower) => ({ lower })),
    0,
    endings,
  )
const twins = (...texts: string[]) => findTwins(texts.map(wording))

const alike = (one: string, other: string) => {
  const [a, b] = [new Set(wording(one).stems), new Set(wording(other).stems)]
  const shared = [...a].filter((stem) => b.has(stem)).length
  return a.size > 0 && b.size > 0 && 5 * shared >= 4 * (a.size + b.size - shared)
}

describe('twins', () => {
  test('say the same in the same words', () => {
    expect(twins('städar köket', 'dukar bordet', 'städar köket')).toEqual([{ index: 2, of: 0, exact: true }])
  })

  test.each([
    ['tvättar händerna före varje måltid', 'tvätta händer före varje måltid'],
    ['förklarar hur man lyfter en låda rätt', 'förklarar hur man lyfter lådan rätt'],
    ['beskriver rutinen för handhygien i köket', 'beskriver för köket rutinen i handhygien'],
  ])('nearly say the same: ”%s” and ”%s”', (one, other) => {
    expect(twins(one, other)).toEqual([{ index: 1, of: 0, exact: false }])
  })

  test.each([
    ['tvättar händerna före varje måltid', 'tvättar golvet efter varje måltid'],
    ['dukar bordet', 'duka bord'],
    ['anger tre risker med lyft', 'anger tre risker med kemikalier och buller'],
  ])('do not: ”%s” and ”%s”', (one, other) => {
    expect(twins(one, other)).toEqual([])
  })

  test('are none of texts without words', () => {
    expect(findTwins([readWording([], 0, endings), readWording([], 0, endings)])).toEqual([])
  })

  test('are found by the index wherever comparing all with all finds one', () => {
    const text = fc
      .array(
        fc.constantFrom('lyfter', 'bär', 'låda', 'hylla', 'golv', 'kök', 'kund', 'rutin', 'varje', 'dag'),
        {
          minLength: 1,
          maxLength: 9,
        },
      )
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
        const found = new Set(findTwins(texts.map(wording)).map(({ index }) => index))
        texts.forEach((one, index) => {
          const before = texts.slice(0, index)
          expect(found.has(index)).toBe(before.some((other) => other === one || alike(one, other)))
        })
      }),
    )
  })
})

import * as fc from 'fast-check'
import { alikePairs, type Pair } from '../../../../server/domain/workshop/resemblance/alike-pairs.ts'
import { alikeness } from '../../../../server/domain/workshop/resemblance/compare-meanings.ts'
import { gather } from '../../../../server/domain/workshop/resemblance/gather.ts'
import { meaningReader } from '../../../../server/domain/workshop/resemblance/read-meaning.ts'
import { sentence } from './sentences.ts'

const pair = (one: number, other: number, alike: number): Pair => ({ one, other, alike })
const ones = (count: number) => Array.from({ length: count }, () => 1)

describe('gathering', () => {
  test('puts the most alike together first', () => {
    expect(gather(ones(3), [pair(0, 1, 0.7), pair(1, 2, 0.9)], 0.6)).toEqual([[0], [1, 2]])
  })

  test('makes no chain: what is unlike stays apart, though a third is like both', () => {
    expect(gather(ones(3), [pair(0, 1, 0.8), pair(1, 2, 0.8)], 0.6)).toEqual([[0, 1], [2]])
  })

  test('goes by the average, in which a large one counts for more', () => {
    const pairs = [pair(0, 1, 0.95), pair(0, 2, 0.5), pair(1, 2, 0.7)]
    expect(gather([1, 1, 1], pairs, 0.6)).toEqual([[0, 1, 2]])
    expect(gather([3, 1, 1], pairs, 0.6)).toEqual([[0, 1], [2]])
  })

  test('loses and doubles none, and joins only pairs', () => {
    const given = fc.integer({ min: 2, max: 12 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        pairs: fc.uniqueArray(
          fc
            .tuple(fc.nat(count - 1), fc.nat(count - 1), fc.double({ min: 0.5, max: 1, noNaN: true }))
            .filter(([one, other]) => one < other)
            .map(([one, other, alike]) => pair(one, other, alike)),
          { selector: ({ one, other }) => `${one} ${other}`, maxLength: 40 },
        ),
      }),
    )
    fc.assert(
      fc.property(given, ({ count, pairs }) => {
        const gathered = gather(ones(count), pairs, 0.6)
        expect(gathered.flat().sort((one, other) => one - other)).toEqual(ones(count).map((_, at) => at))
        for (const members of gathered) {
          for (const one of members) {
            for (const other of members.filter((each) => each > one)) {
              expect(pairs.some((each) => each.one === one && each.other === other)).toBe(true)
            }
          }
        }
      }),
    )
  })
})

test('the index finds the same pairs as comparing each with each', () => {
  const read = meaningReader()
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 25 }), fc.constantFrom(0.4, 0.5, 0.6), (texts, atLeast) => {
      // Texts that mean the same are gathered before pairs are looked for.
      const meanings = [...new Map(texts.map(read).map((meaning) => [meaning.signature, meaning])).values()]
      const all = meanings.flatMap((one, at) =>
        meanings.slice(at + 1).flatMap((other, after) => {
          const alike = alikeness(one, other)
          return alike >= atLeast ? [pair(at, at + 1 + after, alike)] : []
        }),
      )
      const byPlace = (one: Pair, other: Pair) => one.one - other.one || one.other - other.other
      expect([...alikePairs(meanings, atLeast)].sort(byPlace)).toEqual(all.sort(byPlace))
    }),
  )
})

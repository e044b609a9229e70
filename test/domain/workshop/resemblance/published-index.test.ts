import * as fc from 'fast-check'
import {
  indexPublished,
  nearestTo,
  type PublishedText,
} from '../../../../server/domain/workshop/resemblance/published-index.ts'
import { sentence } from './sentences.ts'

const published = (text: string, itemKind: PublishedText['itemKind'] = 'outcome'): PublishedText => ({
  profileSlug: 'enhetsassistent',
  profileTitle: 'Enhetsassistent',
  version: '1.0.0',
  moduleId: 'm1',
  moduleTitle: 'Omvårdnad',
  itemId: text,
  itemKind,
  text,
})

const index = indexPublished([
  published('förflyttar en person mellan säng, stol och toalett på ett säkert sätt'),
  published('bäddar en säng'),
  published('använder personlyft enligt bruksanvisningen'),
  published('städar kök och badrum'),
  published('beskriver hygienrutiner i köket'),
  published('Mat och måltider', 'module'),
])
const found = (text: string) => nearestTo(text, index).map(({ item }) => item.text)

describe('what resembles what is being written', () => {
  test.each([
    [
      'flytta brukaren från sängen till en stol',
      'förflyttar en person mellan säng, stol och toalett på ett säkert sätt',
    ],
    ['rengöra köket', 'städar kök och badrum'],
    ['beskriva rutiner för hygien', 'beskriver hygienrutiner i köket'],
    ['personlyft och bruksanvisning', 'använder personlyft enligt bruksanvisningen'],
  ])('”%s” finds ”%s” first', (text, nearest) => {
    expect(found(text)[0]).toBe(nearest)
  })

  test('is told of with a score and with the words as they are being written', () => {
    const [nearest] = nearestTo('flytta brukaren från sängen till en stol', index)
    expect(nearest?.shared).toEqual(['flytta', 'sängen', 'stol'])
    expect(nearest?.score).toBeGreaterThan(60)
  })

  test.each(['', 'säng', 'kan vara med om det', 'en person i sängen', 'köra truck och lasta varor'])(
    'is nothing for ”%s”',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )

  test('is told of once, however many profiles have linked it', () => {
    const twice = indexPublished([published('städar kök och badrum'), published('Städar kök och badrum.')])
    expect(nearestTo('städa kök och badrum', twice)).toHaveLength(1)
  })

  test('leaves out what is not wanted before the nearest are chosen', () => {
    const others = nearestTo('städa kök och badrum', index, ({ text }) => !text.startsWith('städar'))
    expect(others).toEqual([])
  })

  test('is the same as when every text is looked at by itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { maxLength: 30 }), sentence, (texts, text) => {
        const some = indexPublished(texts.map((each) => published(each)))
        const nearest = nearestTo(text, some)
        // Each alone, but weighed by the words of all.
        const scores = some.items.map(
          (_, at) => nearestTo(text, some, (item) => item === some.items[at])[0]?.score ?? 0,
        )
        const best = scores.filter((score) => score > 0).sort((one, other) => other - one)
        expect(nearest.map(({ score }) => score)).toEqual(best.slice(0, 5))
      }),
    )
  })

  test('is at most five, nearest first, each sharing two telling words', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 30 }), sentence, (texts, text) => {
        const nearest = nearestTo(text, indexPublished(texts.map((each) => published(each))))
        expect(nearest.length).toBeLessThanOrEqual(5)
        const scores = nearest.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((one, other) => other - one))
        for (const { score, shared } of nearest) {
          expect(shared.length).toBeGreaterThanOrEqual(2)
          expect(score).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})

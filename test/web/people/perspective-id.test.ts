import fc from 'fast-check'
import { perspectiveId } from '../../../web/people/perspective-id.ts'

test.each([
  ['Brukare', [], 'brukare'],
  ['Ung vuxen', [], 'ungVuxen'],
  ['Anhöriga & vänner', [], 'anhorigaVanner'],
  ['Årskurs 9', [], 'arskurs'],
  ['9', [], 'perspective'],
  ['Brukare', ['brukare'], 'brukareB'],
  ['Brukare', ['brukare', 'brukareB'], 'brukareC'],
])('%s, where %j are taken, is %s', (name, taken, id) => {
  expect(perspectiveId(name, taken)).toBe(id)
})

test('any name gets an id that the contract takes, and that nobody else has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const taken: string[] = []
      for (let count = 0; count < 20; count++) taken.push(perspectiveId(name, taken))
      expect(new Set(taken).size).toBe(20)
      for (const id of taken) expect(id).toMatch(/^[a-z][A-Za-z]{1,39}$/u)
    }),
  )
})

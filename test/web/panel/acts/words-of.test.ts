import { wordsOf } from '../../../../web/panel/acts/words-of.ts'

test.each([
  [
    'a position with a reason',
    { id: '1', position: { itemId: '2', position: 'disagree', reason: 'För vagt.' } },
    ['För vagt.'],
  ],
  [
    'a remark with a proposal',
    { id: '1', text: 'Saknar laddning.', proposal: 'Laddar lyften.' },
    ['Saknar laddning.', 'Laddar lyften.'],
  ],
  ['a position without words', { id: '1', position: { position: 'agree', reason: ' ' } }, []],
  ['a list of ratings', { id: '1', ratings: [{ partId: '2', importance: 4 }] }, []],
])('%s', (_what, body, words) => {
  expect(wordsOf({ body })).toEqual(words)
})

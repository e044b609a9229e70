import { createHash } from 'node:crypto'
import { foldWording, hashWordings } from '../../../server/domain/profile/wordings.ts'
import { buildCriterion, buildModule, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

test.each([
  ['white space', 'Lyfter  på\n rätt sätt. ', 'Lyfter på rätt sätt.'],
  ['letters composed or not', 'A\u030Akta', 'Åkta'],
  ['no-break spaces', 'kl.\u00A09', 'kl. 9'],
])('texts that differ in %s only are the same wording', (_, a, b) =>
  expect(foldWording(a)).toBe(foldWording(b)),
)

test('every item has the hash of its wording', () => {
  const criterion = buildCriterion({ id: id('c'), text: 'Visar  hur.' })
  const module = buildModule({
    id: id('m'),
    title: 'Lyft',
    outcomes: [buildOutcome({ criteria: [criterion] })],
  })
  const hashes = hashWordings(
    buildProfile({
      modules: [{ obligation: 'mandatory', module }],
      wordList: [{ id: id('w'), term: 'sele', explanation: 'tyg', translations: [] }],
    }),
    hash,
  )
  expect(hashes).toMatchObject({
    [id('c')]: hash('Visar hur.'),
    [id('m')]: hash('Lyft'),
    [id('w')]: hash('sele: tyg'),
  })
})

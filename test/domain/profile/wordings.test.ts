import { createHash } from 'node:crypto'
import { foldWording, hashWordings, staleVariants } from '../../../server/domain/profile/wordings.ts'
import {
  buildCriterion,
  buildLink,
  buildModule,
  buildOutcome,
  buildProfile,
  id,
} from '../../support/build-profile.ts'

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

describe('a variant', () => {
  const withVariant = (text: string, madeFrom: string) =>
    buildProfile({
      modules: [
        buildLink({
          title: text,
          id: id('m'),
          variants: [{ field: 'title', language: 'sv-x-lattlast', text: 'Hjälp att flytta', madeFrom }],
        }),
      ],
    })

  test('is fresh while the wording that it was made from stands', () => {
    expect(staleVariants(withVariant('Förflyttning ', hash('Förflyttning')), hash)).toEqual([])
  })

  test('is stale once the wording has changed', () => {
    expect(staleVariants(withVariant('Lyft', hash('Förflyttning')), hash)).toEqual([
      { itemId: id('m'), field: 'title', language: 'sv-x-lattlast' },
    ])
  })
})

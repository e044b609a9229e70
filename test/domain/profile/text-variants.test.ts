import { createHash } from 'node:crypto'
import type { TextVariant } from '../../../schemas/types.ts'
import { EASY_SWEDISH, staleVariants, withVariant } from '../../../server/domain/profile/text-variants.ts'
import { buildCriterion, buildLink, buildProfile, id } from '../../support/build-profile.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const easy = (text: string, madeFrom: string): TextVariant => ({
  field: 'title',
  language: EASY_SWEDISH,
  text,
  madeFrom: hash(madeFrom),
})

describe('a variant', () => {
  const titled = (title: string, ...variants: TextVariant[]) =>
    buildProfile({ modules: [buildLink({ title, id: id('m'), variants })] })

  test('is fresh while the wording that it was made from stands', () => {
    expect(staleVariants(titled('Förflyttning ', easy('Hjälp att flytta', 'Förflyttning')), hash)).toEqual([])
  })

  test('is stale once the wording has changed', () => {
    expect(staleVariants(titled('Lyft', easy('Hjälp att flytta', 'Förflyttning')), hash)).toEqual([
      { itemId: id('m'), field: 'title', language: EASY_SWEDISH },
    ])
  })
})

describe('writing a variant', () => {
  const criterion = (...variants: TextVariant[]) => buildCriterion({ text: 'Visar hur.', variants })
  const english = { field: 'text', language: 'en', text: 'Shows how.', madeFrom: hash('Visar hur.') } as const
  const write = (text: string) => ({ field: 'text', language: EASY_SWEDISH, text }) as const
  const written = (text: string) => ({ ...write(text), madeFrom: hash('Visar hur.') })

  test('makes it from the wording that stands', () => {
    expect(withVariant(criterion(english), write('Du visar.'), hash)).toEqual([english, written('Du visar.')])
  })

  test('replaces the former one, in its place', () => {
    const former = { ...written('Visa!'), madeFrom: hash('Kan visa.') }
    expect(withVariant(criterion(former, english), write('Du visar.'), hash)).toEqual([
      written('Du visar.'),
      english,
    ])
  })

  test('again with the same text confirms that it still says the same', () => {
    const stale = { ...written('Du visar.'), madeFrom: hash('Kan visa.') }
    expect(withVariant(criterion(stale), write('Du visar.'), hash)).toEqual([written('Du visar.')])
  })

  test('with no text takes it away', () => {
    expect(withVariant(criterion(written('Du visar.'), english), write('  '), hash)).toEqual([english])
  })
})

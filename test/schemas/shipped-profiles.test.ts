import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { ProfileFile, TextVariant } from '../../schemas/types.ts'
import { lintProfile } from '../../server/domain/language/lint-profile.ts'
import { cleanTexts } from '../../server/domain/profile/clean-text.ts'
import { missingFrom } from '../../server/domain/profile/completeness.ts'
import { idOf, itemsOf } from '../../server/domain/profile/items.ts'
import { EASY_SWEDISH, staleVariants } from '../../server/domain/profile/text-variants.ts'
import { foldWording } from '../../server/domain/profile/wordings.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const folder = join(import.meta.dirname, '../../profiles')
const raw = (file: string) => readFileSync(join(folder, file), 'utf8')
const read = (file: string) => JSON.parse(raw(file)) as ProfileFile

const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const shipped = files.map(read)
const { profile: assistant } = read('personlig-assistent.json')
const { profile: serviceAssistant } = read('serviceassistent.json')

const outcomesOf = (profile: ProfileFile['profile']) =>
  profile.modules.flatMap(({ module }) => module.outcomes)
const criteriaOf = (profile: ProfileFile['profile']) =>
  outcomesOf(profile).flatMap(({ criteria }) => criteria)
const wordsIn = (text: string) => text.split(/\s+/u).length

const easyFields = (variants: readonly TextVariant[] | undefined) =>
  (variants ?? []).filter(({ language }) => language === EASY_SWEDISH).map(({ field }) => field)

function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

function compileProfileFileSchema(): ValidateFunction | undefined {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  formats.default(ajv)
  const schemas = join(import.meta.dirname, '../../schemas')
  for (const name of readdirSync(schemas, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.schema.json')) {
      ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object)
    }
  }
  return ajv.getSchema('/schemas/v1/profile-file.schema.json')
}

describe.each(files)('profiles/%s', (file) => {
  const content = read(file)
  const { profile, published } = content
  const found = [...itemsOf(profile)]

  test('is a profile file as the contract describes it', () => {
    const validate = compileProfileFileSchema()
    expect(validate?.(content)).toBe(true)
    expect(validate?.errors).toBeNull()
  })

  test('is named after its slug', () => {
    expect(file).toBe(`${profile.slug}.json`)
  })

  test('says that it is an example and that nobody has approved it', () => {
    expect(profile.isExample).toBe(true)
    expect(published?.version).toBe('1.0.0')
    expect(published?.decision.decidedBy).toMatch(/exempel/u)
    expect(published?.decision.grounds).toMatch(/exempel/u)
  })

  test('gives every item an id of its own', () => {
    const ids = found.map(({ item }) => idOf(item))
    expect(ids).toHaveLength(new Set(ids).size)
  })

  test('lacks nothing that publishing asks for', () => {
    expect(missingFrom(profile)).toEqual([])
  })

  test('has no variant that was made from another wording', () => {
    expect(staleVariants(profile, sha256)).toEqual([])
  })

  test('is composed text with nothing invisible in it', () => {
    expect(raw(file)).toBe(raw(file).normalize('NFC'))
    expect(cleanTexts(content)).toEqual(content)
  })

  test('has no wording twice within a module, and no space too many', () => {
    for (const { module } of profile.modules) {
      const wordings = module.outcomes.flatMap(({ text, criteria }) => [text, ...criteria.map((c) => c.text)])
      expect(wordings).toHaveLength(new Set(wordings.map((text) => text.toLowerCase())).size)
      expect(wordings).toEqual(wordings.map(foldWording))
    }
  })

  test('continues the stem in outcomes and begins criteria with what the person does', () => {
    for (const { text } of outcomesOf(profile)) expect(text).toMatch(/^\p{Ll}.*[^.]$/u)
    for (const { text } of criteriaOf(profile)) expect(text).toMatch(/^\p{Lu}\p{Ll}+ .*[^.]\.$/u)
  })

  test('keeps criteria short: at most 22 words, the middle one around ten', () => {
    const lengths = criteriaOf(profile).map(({ text }) => wordsIn(text))
    expect(Math.max(...lengths)).toBeLessThanOrEqual(22)
    expect(middleOf(lengths)).toBeGreaterThanOrEqual(8)
    expect(middleOf(lengths)).toBeLessThanOrEqual(12)
  })

  test('has three to five outcomes a module, in the order knowledge, skills, responsibility', () => {
    const order = ['knowledge', 'skills', 'responsibilityAutonomy']
    for (const { module } of profile.modules) {
      const categories = module.outcomes.map(({ category }) => category)
      expect(new Set(categories)).toEqual(new Set(order))
      expect(categories).toEqual(categories.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
      expect(categories.length).toBeGreaterThanOrEqual(3)
      expect(categories.length).toBeLessThanOrEqual(5)
    }
  })

  test('has two to four criteria an outcome', () => {
    for (const { criteria } of outcomesOf(profile)) {
      expect(criteria.length).toBeGreaterThanOrEqual(2)
      expect(criteria.length).toBeLessThanOrEqual(4)
    }
  })

  test('gets neither error nor warning from the language coach', () => {
    expect(lintProfile(profile).filter(({ severity }) => severity !== 'hint')).toEqual([])
  })

  test('gives each suitability item its reason in the work', () => {
    expect(profile.personalSuitability.length).toBeGreaterThanOrEqual(6)
    expect(profile.personalSuitability.length).toBeLessThanOrEqual(8)
    for (const { reason } of profile.personalSuitability) expect(wordsIn(reason)).toBeGreaterThan(5)
  })

  test('lists words in Swedish alphabetical order, each term once', () => {
    const terms = profile.wordList.map(({ term }) => term)
    expect(terms).toEqual(terms.toSorted(new Intl.Collator('sv').compare))
    expect(terms).toHaveLength(new Set(terms).size)
  })
})

describe('the shipped profiles together', () => {
  test('share no id except within a linked module', () => {
    const own = shipped.flatMap(({ profile }) => {
      const linked = profile.modules.filter(({ linkedFrom }) => linkedFrom).map(({ module }) => module.id)
      return [...itemsOf(profile)]
        .filter(({ within }) => !within || !linked.includes(within.module.id))
        .map(({ item }) => idOf(item))
    })
    expect(own).toHaveLength(new Set(own).size)
  })

  test('a linked module is the same, word for word, as in the profile it is linked from', () => {
    const links = shipped.flatMap(({ profile }) => profile.modules).filter(({ linkedFrom }) => linkedFrom)
    expect(links).toHaveLength(1)
    for (const { linkedFrom, module } of links) {
      const source = shipped.find(({ profile }) => profile.slug === linkedFrom?.profileSlug)
      expect(source?.published?.version).toBe(linkedFrom?.version)
      const original = source?.profile.modules.find((link) => link.module.id === linkedFrom?.moduleId)
      expect(module).toEqual(original?.module)
      expect(original?.linkedFrom).toBeUndefined()
    }
  })
})

describe('Personlig assistent', () => {
  test('is SeQF 4 with eight mandatory modules at 3 and 4, each with four or five outcomes', () => {
    expect(assistant.seqfLevel).toBe(4)
    expect(assistant.modules).toHaveLength(8)
    for (const { obligation, module } of assistant.modules) {
      expect(obligation).toBe('mandatory')
      expect([3, 4]).toContain(module.seqfLevel)
      expect([4, 5]).toContain(module.outcomes.length)
    }
  })

  test('points to the occupation in four classifications', () => {
    expect(new Set(assistant.occupationReferences.map(({ scheme }) => scheme))).toEqual(
      new Set(['ssyk2012', 'isco08', 'jobtech', 'esco']),
    )
  })

  test('explains at least 45 words of the trade', () => {
    expect(assistant.wordList.length).toBeGreaterThanOrEqual(45)
  })

  test('has one module in easy Swedish from title to last criterion', () => {
    const whole = assistant.modules.filter(
      ({ module }) =>
        easyFields(module.variants).join() === 'title,purpose' &&
        module.outcomes.every(
          ({ variants, criteria }) =>
            easyFields(variants).join() === 'text' &&
            criteria.every((c) => easyFields(c.variants).join() === 'text'),
        ),
    )
    expect(whole).toHaveLength(1)
  })
})

describe('Serviceassistent', () => {
  test('is SeQF 2 with three modules of its own at 2 and a linked one at most one level above', () => {
    expect(serviceAssistant.seqfLevel).toBe(2)
    const [own, linked] = [false, true].map((isLinked) =>
      serviceAssistant.modules
        .filter(({ linkedFrom }) => Boolean(linkedFrom) === isLinked)
        .map(({ module }) => module.seqfLevel),
    )
    expect(own).toEqual([2, 2, 2])
    expect(linked).toEqual([3])
  })

  test('explains at least 15 words of the trade', () => {
    expect(serviceAssistant.wordList.length).toBeGreaterThanOrEqual(15)
  })
})

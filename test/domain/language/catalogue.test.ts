import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import en from '../../../server/domain/language/messages.en.json' with { type: 'json' }
import sv from '../../../server/domain/language/messages.sv.json' with { type: 'json' }
import grammar from '../../../server/domain/language/sv/grammar.json' with { type: 'json' }
import levels from '../../../server/domain/language/sv/levels.json' with { type: 'json' }
import { swedish } from '../../../server/domain/language/sv/pack.ts'
import suitability from '../../../server/domain/language/sv/suitability.json' with { type: 'json' }
import vague from '../../../server/domain/language/sv/vague.json' with { type: 'json' }

const RULES = [
  'level/autonomy-mismatch',
  'level/rationale-missing',
  'level/verb-above-level',
  'readability/lix',
  'structure/criteria-count',
  'structure/incomplete',
  'structure/outcome-count',
  'suitability/discrimination-ground',
  'suitability/not-observable',
  'title/misleading',
  'title/protected',
  'vocabulary/unexplained-term',
  'wording/duplicate',
  'wording/repeated-stem',
  'wording/several-actions',
  'wording/too-long',
  'wording/unbound-qualifier',
  'wording/vague-verb',
]

/** Every text by its path, with the names in braces that it holds. */
function texts(node: unknown, at = ''): Record<string, string[]> {
  if (typeof node === 'string')
    return { [at]: [...node.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!).sort() }
  return Object.assign(
    {},
    ...Object.entries(node as object).map(([key, part]) => texts(part, `${at}/${key}`)),
  )
}

const known = (infinitive: string) => swedish.lexicon.get(infinitive)?.infinitive !== undefined
const first = (phrase: string) => phrase.split(' ')[0]!

describe('the messages', () => {
  test('speak of every rule', () => {
    expect(Object.keys(sv.rules).sort()).toEqual(RULES)
  })

  test('say the same with the same names in Swedish and English', () => {
    expect(texts(en)).toEqual(texts(sv))
  })

  test('shout at nobody', () => {
    expect(JSON.stringify([sv, en])).not.toMatch(/!|vänligen|please/iu)
  })
})

describe('the Swedish word lists', () => {
  const vagueVerbs = vague.verbs.flatMap(({ say }) => say.flatMap((phrase) => first(phrase).split('|')))
  const offered = vague.verbs.flatMap(({ instead, swap }) =>
    [instead, ...Object.values(swap)].flatMap((phrases) => phrases.split(', ').map(first)),
  )
  const levelled = Object.values(levels.levels).flatMap((lines) =>
    lines.flatMap((line) => line.split(', ').map(first)),
  )

  test.each([
    ['vague verbs', vagueVerbs],
    ['verbs that are offered instead', offered.filter((verb) => verb !== 'lift')],
    ['verbs with a level', levelled],
    ['verbs that nobody can observe', suitability.unobservable.split(' ')],
    ['verbs of reporting', grammar.reportingVerb.split(' ')],
    ['verbs of explaining', grammar.explaining.split(' ')],
    ['verbs of motion and rest', grammar.weakVerb.split(' ')],
  ])('know the forms of all %s', (_, verbs) => {
    expect(verbs.filter((verb) => !known(verb))).toEqual([])
  })

  test.each([
    ['förstå', 'förstår'],
    ['beskriva', 'beskriver'],
    ['föra', 'för'],
    ['köra', 'kör'],
    ['ange', 'anger'],
    ['vara', 'är'],
    ['minnas', 'minns'],
    ['sy', 'syr'],
  ])('make %s into %s', (infinitive, present) => {
    expect(swedish.lexicon.get(infinitive)?.infinitive?.present).toBe(present)
    expect(swedish.lexicon.get(present)?.present?.infinitive).toBe(infinitive)
  })

  test.each([
    ['balsamera', 'balsamerar', 'balsameras'],
    ['överklaga', 'överklagar', 'överklagas'],
    ['anknyta', 'anknyter', 'anknyts'],
    ['omprogrammera', 'omprogrammerar', 'omprogrammeras'],
    ['förutsätta', 'förutsätter', 'förutsätts'],
  ])('derive %s, %s and %s, which no list holds', (infinitive, present, passive) => {
    expect(swedish.lexicon.get(infinitive)?.infinitive?.present).toBe(present)
    expect(swedish.lexicon.get(present)?.present?.infinitive).toBe(infinitive)
    expect(swedish.lexicon.get(passive)?.passive?.infinitive).toBe(infinitive)
  })

  test.each([
    'värmekamera',
    'opera',
    'flera',
    'era',
    'sambor',
    'handdukar',
    'tillsyns',
    'avdelningar',
    'påsar',
  ])('derive no verb from %s', (word) => {
    expect(swedish.lexicon.get(word)?.infinitive).toBeUndefined()
    expect(swedish.lexicon.get(word)?.present).toBeUndefined()
  })

  test('never split alternatives by a space and a bar', () => {
    const folder = path.join(import.meta.dirname, '../../../server/domain/language/sv')
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'grammar.json')
    for (const file of files)
      expect(readFileSync(path.join(folder, file), 'utf8')).not.toMatch(/ \||\| |\|\||"\||\|"/u)
  })
})

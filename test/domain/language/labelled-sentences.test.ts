import { lintItem, type LintItem } from '../../../server/domain/language/lint-item.ts'
import { labelledSentences, type LabelledSentence } from './labelled-sentences.ts'

const RULES = [
  'level/autonomy-mismatch',
  'level/verb-above-level',
  'suitability/discrimination-ground',
  'suitability/not-observable',
  'title/misleading',
  'title/protected',
  'vocabulary/unexplained-term',
  'wording/repeated-stem',
  'wording/several-actions',
  'wording/too-long',
  'wording/unbound-qualifier',
  'wording/vague-verb',
]

const KINDS: Record<string, LintItem['kind']> = {
  criterion: 'criterion',
  outcome: 'outcome',
  suitability: 'suitability',
  module: 'moduleTitle',
  profile: 'profileTitle',
}

function itemOf([, , kind, seqfLevel, text, reason]: LabelledSentence): LintItem {
  const [first = '', category] = kind.split(' ')
  const stem = text.startsWith('Individen') ? 'Individen ska kunna' : 'Deltagaren kan'
  const item = { id: '', kind: KINDS[first]!, seqfLevel, stem, text, reason }
  return ['criterion', 'outcome'].includes(first)
    ? { ...item, category: category as NonNullable<LintItem['category']> }
    : item
}

const names = (rules: string) => rules.split(' ').filter(Boolean)

const judged = labelledSentences.map((sentence) => ({
  text: sentence[4],
  expected: names(sentence[0]),
  debatable: names(sentence[1]),
  found: new Set(lintItem(itemOf(sentence)).map(({ rule }) => rule.split('/')[1]!)),
}))

describe.each(RULES)('%s', (id) => {
  const rule = id.split('/')[1]!
  const settled = judged.filter(({ debatable }) => !debatable.includes(rule))
  const texts = (of: typeof judged) => of.map(({ text }) => text)

  test('finds at least nine in ten of the texts that it should', () => {
    const expected = settled.filter((item) => item.expected.includes(rule))
    const missed = expected.filter(({ found }) => !found.has(rule))
    expect(expected.length).toBeGreaterThan(5)
    expect({ missed: texts(missed), share: missed.length / expected.length <= 0.1 }).toMatchObject({
      share: true,
    })
  })

  test('is right in at least nineteen of the twenty texts where it speaks', () => {
    const reported = settled.filter(({ found }) => found.has(rule))
    const wrong = reported.filter(({ expected }) => !expected.includes(rule))
    expect({ wrong: texts(wrong), share: wrong.length / reported.length <= 0.05 }).toMatchObject({
      share: true,
    })
  })
})

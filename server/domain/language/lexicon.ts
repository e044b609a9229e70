import type { Derive } from './derived-verbs.ts'
import type { Known, Verb } from './verb.ts'

/** What a word may be in a sentence, as bits: one word is often several things. */
export const ROLES = {
  coordinator: 1 << 0,
  subordinator: 1 << 1,
  question: 1 << 2,
  doubtfulSubordinator: 1 << 3,
  modal: 1 << 4,
  modalInfinitive: 1 << 5,
  negation: 1 << 6,
  subject: 1 << 7,
  participant: 1 << 8,
  objectPronoun: 1 << 9,
  determiner: 1 << 10,
  particle: 1 << 11,
  preposition: 1 << 12,
  adverb: 1 << 13,
  past: 1 << 14,
  copula: 1 << 15,
  auxiliary: 1 << 16,
  existential: 1 << 17,
  weakVerb: 1 << 18,
  reportingVerb: 1 << 19,
  noteTaking: 1 << 20,
  being: 1 << 21,
  having: 1 << 22,
  infinitiveMark: 1 << 23,
  pointsBack: 1 << 24,
  linking: 1 << 25,
  alternative: 1 << 26,
  relative: 1 << 27,
  pronoun: 1 << 28,
  explaining: 1 << 29,
  quantifier: 1 << 30,
  reflexive: 1 << 31,
} as const

export type Role = keyof typeof ROLES

export type Lexicon = { readonly get: (form: string) => Known | undefined }

/**
 * Every form of the verbs and every word of the closed classes; other verbs are derived when they are asked for. A
 * verb's roles stand on its infinitive and its present.
 */
export function buildLexicon(
  { verbs, derive }: { readonly verbs: readonly Verb[]; readonly derive: Derive },
  grammar: Readonly<Record<Role, string>>,
): Lexicon {
  const lexicon = new Map<string, Known>()
  const entry = (form: string) => {
    const known = lexicon.get(form) ?? { roles: 0 }
    lexicon.set(form, known)
    return known
  }
  for (const verb of verbs) {
    for (const passive of verb.passives) entry(passive).passive = verb
  }
  for (const verb of verbs) {
    entry(verb.infinitive).infinitive = verb
    entry(verb.present).present = verb
  }
  for (const role of Object.keys(ROLES) as Role[]) {
    for (const word of grammar[role].split(' ')) {
      const known = entry(word)
      const derived = known.infinitive ? undefined : derive(word, lexicon)?.infinitive
      if (derived && (ROLES[role] & VERB_ROLES) !== 0) {
        known.infinitive = derived
        entry(derived.present).present = derived
      }
      known.roles |= ROLES[role]
      if (known.infinitive) entry(known.infinitive.present).roles |= ROLES[role] & VERB_ROLES
    }
  }
  return { get: (form) => lexicon.get(form) ?? derive(form, lexicon) }
}

const VERB_ROLES = ROLES.weakVerb | ROLES.reportingVerb | ROLES.being | ROLES.having | ROLES.explaining

import { deriving, type DerivationData, type Derive, type MakeVerb } from './derived-verbs.ts'
import { listed, wordSet } from './word-lists.ts'
import type { Verb } from './verb.ts'

/** Verbs as the data file lists them: by how the present is made from the infinitive, many to a line. */
export type VerbData = {
  readonly plusR: readonly string[]
  readonly aToEr: readonly string[]
  readonly dropA: readonly string[]
  readonly irregular: Readonly<Record<string, string>>
  readonly presentOrNoun: readonly string[]
  readonly infinitiveOrOther: readonly string[]
  readonly takesObject: readonly string[]
  readonly means: readonly string[]
  readonly happens: readonly string[]
  /** Passives that are common nouns as well: "sås". */
  readonly passiveOrNoun: string
  readonly derived: DerivationData
}

/** The listed verbs, and what tells whether a word is a verb that can be derived. */
export function readVerbs(data: VerbData): { readonly verbs: readonly Verb[]; readonly derive: Derive } {
  const nouns = new Set(listed(data.presentOrNoun))
  const others = new Set(listed(data.infinitiveOrOther))
  const objects = new Set(listed(data.takesObject))
  const means = new Set(listed(data.means))
  const happens = new Set(listed(data.happens))
  const nounsInS = wordSet(data.passiveOrNoun)
  const verb: MakeVerb = (infinitive, present, like) => ({
    infinitive,
    present,
    passives: happens.has(infinitive)
      ? []
      : passivesOf(infinitive, present).filter((form) => !nounsInS.has(form)),
    presentMayBeNoun: nouns.has(present) || (like?.presentMayBeNoun ?? false),
    infinitiveMayBeOther: others.has(infinitive) || (like?.infinitiveMayBeOther ?? false),
    takesObject: objects.has(infinitive),
    means: means.has(infinitive),
    happens: happens.has(infinitive),
  })
  const verbs = [
    ...listed(data.plusR).map((infinitive) => verb(infinitive, `${infinitive}r`)),
    ...listed(data.aToEr).map((infinitive) => verb(infinitive, `${infinitive.slice(0, -1)}er`)),
    ...listed(data.dropA).map((infinitive) => verb(infinitive, infinitive.slice(0, -1))),
    ...Object.entries(data.irregular).map(([infinitive, present]) => verb(infinitive, present)),
  ]
  return { verbs, derive: deriving(data.derived, verb) }
}

function passivesOf(infinitive: string, present: string): string[] {
  if (infinitive.endsWith('s')) return []
  if (present === `${infinitive}r`) return [`${infinitive}s`]
  const stem = present.endsWith('er') ? present.slice(0, -2) : present
  return [`${infinitive}s`, stem.endsWith('s') ? `${stem}es` : `${stem}s`]
}

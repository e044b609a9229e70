import { deriving, type DerivationData, type Derive, type MakeVerb } from './derived-verbs.ts'
import { listed, wordSet } from './word-lists.ts'

export type VerbForm = 'infinitive' | 'present'

/** A verb with the forms that criteria are written in. */
export type Verb = {
  readonly infinitive: string
  readonly present: string
  /** Infinitive and present in the passive ("laddas", "stängs", "läses"); what only happens has none. */
  readonly passives: readonly string[]
  /** The present could as well be a noun in the plural ("dukar", "lagar"). */
  readonly presentMayBeNoun: boolean
  /** The infinitive could as well be an adjective or a noun ("använda", "skiva"). */
  readonly infinitiveMayBeOther: boolean
  /** Can share its object with another verb ("tvättar och klär personen"). */
  readonly takesObject: boolean
  /** Says what something is or is about ("betyder", "gäller"): whoever acts next to it is somebody else. */
  readonly means: boolean
  /** Befalls somebody or something ("läcker", "svimmar"): nobody is asked to do it. */
  readonly happens: boolean
}

/** A verb of the main clause: something that the text asks for. */
export type MainVerb = {
  /** Index of the word. */
  readonly at: number
  readonly form: VerbForm
  /** A present, or an infinitive that has its own "kan". */
  readonly finite: boolean
  /** Undefined for a verb that the lexicon does not hold. */
  readonly verb: Verb | undefined
  /** "Disken sköljs": what is done is said, and not who does it. */
  readonly passive?: true
}

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

import { listed } from './word-lists.ts'

export type VerbForm = 'infinitive' | 'present'

/** A verb with the forms that criteria are written in. */
export type Verb = {
  readonly infinitive: string
  readonly present: string
  /** The present could as well be a noun in the plural ("dukar", "lagar"). */
  readonly presentMayBeNoun: boolean
  /** The infinitive could as well be an adjective or a noun ("använda", "skiva"). */
  readonly infinitiveMayBeOther: boolean
  /** Can share its object with another verb ("tvättar och klär personen"). */
  readonly takesObject: boolean
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
}

export function readVerbs(data: VerbData): Verb[] {
  const nouns = new Set(listed(data.presentOrNoun))
  const others = new Set(listed(data.infinitiveOrOther))
  const objects = new Set(listed(data.takesObject))
  const verb = (infinitive: string, present: string): Verb => ({
    infinitive,
    present,
    presentMayBeNoun: nouns.has(present),
    infinitiveMayBeOther: others.has(infinitive),
    takesObject: objects.has(infinitive),
  })
  return [
    ...listed(data.plusR).map((infinitive) => verb(infinitive, `${infinitive}r`)),
    ...listed(data.aToEr).map((infinitive) => verb(infinitive, `${infinitive.slice(0, -1)}er`)),
    ...listed(data.dropA).map((infinitive) => verb(infinitive, infinitive.slice(0, -1))),
    ...Object.entries(data.irregular).map(([infinitive, present]) => verb(infinitive, present)),
  ]
}

/** Infinitive and present in the passive: "laddas", "stängs". */
export function passivesOf({ infinitive, present }: Verb): string[] {
  if (infinitive.endsWith('s')) return []
  if (present === `${infinitive}r`) return [`${infinitive}s`]
  return [`${infinitive}s`, present.endsWith('er') ? `${present.slice(0, -2)}s` : `${present}s`]
}

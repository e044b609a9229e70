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

/** What is known about a word form: its roles in a sentence, as bits of ROLES, and the verbs that it may be a form of. */
export type Known = {
  roles: number
  infinitive?: Verb
  present?: Verb
  passive?: Verb
}

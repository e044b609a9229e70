import type { Lexicon } from '../lexicon.ts'
import { phraseSet, readPhrase, type Phrase, type PhraseSet } from '../phrases.ts'
import type { VerbLevels } from '../verb-levels.ts'
import { wordSet } from '../word-lists.ts'

/**
 * What may stand in for a vague verb, by what follows it: verb phrases in the infinitive, the best first, separated by
 * commas. "lift" for an act makes the act itself the verb: "försöker hålla" becomes "håller".
 */
export type Swaps = {
  readonly how?: string
  readonly which?: string
  readonly that?: string
  readonly content?: string
  readonly thing?: string
  readonly act?: string
}

/** The data file of vague verbs, as it is written. */
export type VagueData = {
  /** Question words that open a clause: "hur", "varför" … and "var", "när" … */
  readonly how: string
  readonly which: string
  readonly that: string
  /** Nouns that can be explained: "vikten", "skillnaden". */
  readonly content: string
  /** What makes a borderline verb concrete enough. */
  readonly bound: readonly string[]
  readonly verbs: readonly VagueRow[]
  /** Texts without a verb: "Kunskap om …". */
  readonly nouns: readonly string[]
  readonly nounsInstead: string
  readonly nounsSwap: Swaps
  /** The preposition after which what the noun is about can stand alone: "kunskap om X". */
  readonly about: string
  /** Verbs that say no more than the one they would replace. */
  readonly empty: string
}

export type VagueRow = {
  /** inner, intention or borderline: which message it gets. */
  readonly kind: string
  /** Verb phrases that begin with an infinitive. */
  readonly say: readonly string[]
  /** What follows the verb where it is not meant. */
  readonly unless?: readonly string[]
  /** What must follow it. */
  readonly only?: readonly string[]
  readonly onlyAfterModal?: boolean
  /** No more than a hint, since it is not on the agreed list. */
  readonly soft?: boolean
  /** What to write instead, in the infinitive, separated by commas. */
  readonly instead: string
  readonly swap: Swaps
}

/** A vague phrase, with what follows its verb. */
export type Vague = {
  readonly rest: Phrase
  readonly kind: string
  readonly unless: readonly Phrase[]
  readonly only: readonly Phrase[] | undefined
  readonly onlyAfterModal: boolean
  readonly soft: boolean
  readonly instead: readonly string[]
  readonly swap: Swaps
}

/** The data file, ready to be asked. */
export type VagueBook = {
  readonly byVerb: ReadonlyMap<string, readonly Vague[]>
  readonly bound: PhraseSet
  readonly nouns: PhraseSet
  readonly nounsInstead: readonly string[]
  readonly nounsSwap: Swaps
  readonly about: string
  readonly empty: ReadonlySet<string>
  readonly traits: ReadonlySet<string>
  readonly states: PhraseSet
  readonly complements: {
    readonly how: ReadonlySet<string>
    readonly which: ReadonlySet<string>
    readonly content: ReadonlySet<string>
  }
  readonly that: string
  readonly lexicon: Lexicon
  readonly levels: VerbLevels
}

export function readVagueBook(
  data: VagueData,
  { traits, states }: { readonly traits: ReadonlySet<string>; readonly states: PhraseSet },
  lexicon: Lexicon,
  levels: VerbLevels,
): VagueBook {
  const byVerb = readRows(data.verbs)
  return {
    byVerb,
    bound: phraseSet(data.bound),
    nouns: phraseSet(data.nouns),
    nounsInstead: data.nounsInstead.split(', '),
    nounsSwap: data.nounsSwap,
    about: data.about,
    empty: wordSet(data.empty),
    traits,
    states,
    complements: { how: wordSet(data.how), which: wordSet(data.which), content: wordSet(data.content) },
    that: data.that,
    lexicon,
    levels,
  }
}

function readRows(rows: readonly VagueRow[]): ReadonlyMap<string, readonly Vague[]> {
  const byVerb = new Map<string, Vague[]>()
  for (const row of rows) {
    for (const say of row.say) {
      const [verbs = '', ...rest] = say.split(' ')
      const vague: Vague = {
        rest: rest.length > 0 ? readPhrase(rest.join(' ')) : [],
        kind: row.kind,
        unless: (row.unless ?? []).map(readPhrase),
        only: row.only?.map(readPhrase),
        onlyAfterModal: row.onlyAfterModal ?? false,
        soft: row.soft ?? row.kind === 'borderline',
        instead: row.instead.split(', '),
        swap: row.swap,
      }
      for (const verb of verbs.split('|')) byVerb.set(verb, [...(byVerb.get(verb) ?? []), vague])
    }
  }
  return byVerb
}

import { buildLexicon, type Lexicon, type Role } from './lexicon.ts'
import { readMainVerbs } from './main-verbs.ts'
import { readEndingLetters, type EndingLetters } from './near-duplicates.ts'
import { autonomyMismatch, type GuidanceData } from './rules/autonomy-mismatch.ts'
import { discriminationGround, type DiscriminationData } from './rules/discrimination-ground.ts'
import { misleadingTitle, type TitleData } from './rules/misleading-title.ts'
import { notObservable, readTraits, type SuitabilityData } from './rules/not-observable.ts'
import { protectedTitle, type ProtectedTitleData } from './rules/protected-title.ts'
import { repeatedStem } from './rules/repeated-stem.ts'
import { severalActions } from './rules/several-actions.ts'
import { tooLong } from './rules/too-long.ts'
import { unboundQualifier, type QualifierData } from './rules/unbound-qualifier.ts'
import { findTerms, type TermData, type TermFinder } from './rules/unexplained-term.ts'
import { readVagueBook, type VagueData } from './rules/vague-book.ts'
import { vagueVerb } from './rules/vague-verb.ts'
import { verbAboveLevel } from './rules/verb-above-level.ts'
import { readSentence, type Patterns } from './sentence.ts'
import { countMarker, findRepeatedStem, type StemWords } from './stem.ts'
import type { Rule, TextInContext, TextKind, TextReading } from './text-reading.ts'
import { readVerbLevels, type VerbLevelData } from './verb-levels.ts'
import { readVerbs, type VerbData } from './verbs.ts'
import { wordSet } from './word-lists.ts'
import type { Word } from './words.ts'

/** The data files of a language, as they are written. */
export type PackData = {
  readonly verbs: VerbData
  readonly levels: VerbLevelData
  readonly grammar: GrammarData
  readonly stems: Readonly<Record<keyof StemWords, string>>
  readonly vague: VagueData
  readonly qualifiers: QualifierData
  readonly guidance: GuidanceData & { readonly carriesLowLevel: readonly string[] }
  readonly terms: TermData
  readonly suitability: SuitabilityData
  readonly discrimination: DiscriminationData
  readonly moduleTitles: TitleData
  readonly protectedTitles: ProtectedTitleData
}

type GrammarData = Readonly<Record<Role, string>> & {
  /** Nouns for somebody, and the endings they take. */
  readonly person: string
  readonly personEndings: string
  /** Letters that endings are made of. */
  readonly endingLetters: string
  /** Regular expressions. */
  readonly patterns: Readonly<Record<keyof Patterns, string>>
}

/** What is needed to judge texts in a language. */
export type LanguagePack = {
  readonly read: (text: TextInContext) => TextReading
  readonly rules: Readonly<Record<TextKind, readonly Rule[]>>
  readonly findTerms: TermFinder
  readonly lexicon: Lexicon
  readonly endingLetters: EndingLetters
  /** Phrases that make a module at level 1 or 2 fit its level. */
  readonly carriesLowLevel: readonly string[]
}

/** @param words splits a text of the language into words */
export function buildPack(data: PackData, words: (text: string) => Word[]): LanguagePack {
  const lexicon = buildLexicon(readVerbs(data.verbs), data.grammar)
  const levels = readVerbLevels(data.levels)
  const vague = vagueVerb(readVagueBook(data.vague, readTraits(data.suitability), lexicon, levels))
  const levelRules = [verbAboveLevel(levels, data.guidance.carriesLowLevel), autonomyMismatch(data.guidance)]
  const wording = [tooLong, repeatedStem, vague, unboundQualifier(data.qualifiers)]
  return {
    read: reader(data, lexicon, words),
    rules: {
      criterion: [...wording, severalActions, ...levelRules],
      outcome: [...wording, ...levelRules],
      suitability: [
        tooLong,
        notObservable(data.suitability, words),
        discriminationGround(data.discrimination),
      ],
      moduleTitle: [misleadingTitle(data.moduleTitles)],
      profileTitle: [protectedTitle(data.protectedTitles)],
    },
    findTerms: findTerms(data.terms),
    lexicon,
    endingLetters: readEndingLetters(data.grammar.endingLetters),
    carriesLowLevel: data.guidance.carriesLowLevel,
  }
}

function reader(
  { grammar, stems }: PackData,
  lexicon: Lexicon,
  wordsOf: (text: string) => Word[],
): LanguagePack['read'] {
  const partsOf = stemReader()
  const patterns = readPatterns(grammar.patterns)
  const isPerson = personTest(grammar.person, grammar.personEndings)
  const stemWords: StemWords = {
    learner: wordSet(stems.learner),
    article: wordSet(stems.article),
    modal: wordSet(stems.modal),
  }
  const read = (text: TextInContext): TextReading => {
    const words = wordsOf(text.text)
    const sentence = readSentence(words, lexicon, patterns, isPerson)
    const marker = countMarker(text.text, words)
    const stem = findRepeatedStem(sentence, partsOf(text.stem), marker, stemWords)
    const begin = stem?.to ?? marker
    const main = readMainVerbs(sentence, begin, stem?.modal ?? false)
    const { kind, category, level, reason } = text
    const reread = (other: string) => read({ ...text, text: other })
    return {
      kind,
      category,
      level,
      reason,
      text: text.text,
      stem: text.stem,
      words,
      sentence,
      repeatedStem: stem,
      begin,
      main,
      reread,
    }
  }
  return read
}

/** The words of a stem; the latest is remembered, since a profile has but one. */
function stemReader(): (stem: string) => readonly string[] {
  let latest = { stem: '', parts: [] as readonly string[] }
  return (stem) => {
    if (stem !== latest.stem) latest = { stem, parts: stem.toLowerCase().split(' ').filter(Boolean) }
    return latest.parts
  }
}

function readPatterns(sources: GrammarData['patterns']): Patterns {
  const pattern = (name: keyof Patterns) => new RegExp(sources[name], 'u')
  return {
    adverb: pattern('adverb'),
    adverbBeforeVerb: pattern('adverbBeforeVerb'),
    infinitive: pattern('infinitive'),
    present: pattern('present'),
    definite: pattern('definite'),
    definitePlural: pattern('definitePlural'),
    time: pattern('time'),
    off: pattern('off'),
    article: pattern('article'),
    adjective: pattern('adjective'),
    verbLike: pattern('verbLike'),
  }
}

/** A word for somebody, alone or as the last part of a longer one: "kunden", "stamkunderna". */
function personTest(roots: string, endings: string): (word: string) => boolean {
  const options = roots.split(' ')
  const long = options.filter((root) => root.length > SHORT)
  const ending = `(?:${endings.split(' ').join('|')})?$`
  const test = new RegExp(`(?:^(?:${options.join('|')})|(?:${long.join('|')}))${ending}`, 'u')
  return (word) => test.test(word)
}

const SHORT = 4

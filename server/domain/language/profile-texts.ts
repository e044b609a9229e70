import type { LearningOutcome, Module, OccupationalProfile } from '../../../schemas/types.ts'
import { groupOutcomes } from '../profile/number-items.ts'
import type { Locale } from './findings.ts'
import { readingOf } from './read-module.ts'
import { findingsOn, type SaidText } from './remember.ts'
import { remarksOnModule, remarksOnOutcome } from './rules/structure.ts'
import type { Remark } from './text-reading.ts'

/** A text with what is said about it, and what is said about its item as a whole. */
export type ProfileText = { readonly said: SaidText; readonly structure: readonly Remark[] }

/** What the texts of a module, or of the profile itself, are judged by. */
type Judged = { readonly level: number | null; readonly stem: string; readonly locale: Locale }

const NOTHING: readonly Remark[] = []

/** Every text of a profile that the coach reads, in the order people read it: outcomes stand by category. */
export function textsOf(profile: OccupationalProfile, locale: Locale): ProfileText[] {
  const judged = { level: profile.seqfLevel, stem: profile.outcomeStem, locale }
  const texts: ProfileText[] = [
    { said: findingsOn(profile, { ...judged, kind: 'profileTitle' }), structure: NOTHING },
  ]
  const suitability = { ...judged, kind: 'suitability' } as const
  for (const item of profile.personalSuitability) {
    texts.push({ said: findingsOn(item, suitability), structure: NOTHING })
  }
  for (const { module } of profile.modules) {
    for (const text of textsOfModule(module, { ...judged, level: module.seqfLevel })) texts.push(text)
  }
  return texts
}

/** A module's texts with everything that they were made from, one value after the other. */
type Remembered = { readonly from: readonly unknown[]; readonly texts: readonly ProfileText[] }

/** Remembered on the module like findings on their item: whatever it is made from is compared, so nobody can tell. */
const remembered = new WeakMap<Module, Remembered>()

function textsOfModule(module: Module, judged: Judged): readonly ProfileText[] {
  const before = remembered.get(module)
  if (before && isSame(before.from, module, judged)) return before.texts
  const texts = readTexts(module, judged)
  const from: unknown[] = []
  eachPart(module, judged, (part) => from.push(part) > 0)
  remembered.set(module, { from, texts })
  return texts
}

function isSame(from: readonly unknown[], module: Module, judged: Judged): boolean {
  let at = 0
  return eachPart(module, judged, (part) => from[at++] === part) && at === from.length
}

/** Visits all that a module's texts are made from until `go` says no; whether it never did. */
function eachPart(module: Module, { level, stem, locale }: Judged, go: (part: unknown) => boolean): boolean {
  if (!go(level) || !go(stem) || !go(locale) || !go(module.id) || !go(module.title)) return false
  for (const { id, text, category, criteria } of module.outcomes) {
    if (!go(id) || !go(text) || !go(category) || !go(criteria.length)) return false
    for (const criterion of criteria) if (!go(criterion.id) || !go(criterion.text)) return false
  }
  return true
}

function readTexts(module: Module, judged: Judged): ProfileText[] {
  const outcomes = groupOutcomes(module)
    .flatMap((group) => group.outcomes)
    .flatMap((outcome) => textsOfOutcome(outcome, judged))
  const guided = outcomes.some(({ said }) => said.carriesLowLevel)
  const measures = outcomes.map(({ said }) => said.measure)
  const structure = remarksOnModule(module, readingOf(module, measures), guided)
  return [{ said: findingsOn(module, { ...judged, kind: 'moduleTitle' }), structure }, ...outcomes]
}

function textsOfOutcome(outcome: LearningOutcome, judged: Judged): ProfileText[] {
  const { category } = outcome
  const said = findingsOn(outcome, { ...judged, kind: 'outcome', category })
  const context = { ...judged, kind: 'criterion', category } as const
  return [
    { said, structure: remarksOnOutcome(outcome) },
    ...outcome.criteria.map((criterion) => ({ said: findingsOn(criterion, context), structure: NOTHING })),
  ]
}

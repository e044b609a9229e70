import { createHash } from 'node:crypto'
import type { Edition, LearningOutcome, Module, OccupationalProfile } from '../../schemas/types.ts'
import { CATEGORIES } from '../../server/domain/profile/number-items.ts'
import { hashWordings } from '../../server/domain/profile/wordings.ts'
import words from './large-profile.sv.json' with { type: 'json' }

export type ProfileSize = { readonly modules: number; readonly outcomes: number; readonly criteria: number }

/** A complete profile of any size in everyday Swedish, the same each time; outcomes a module, criteria an outcome. */
export function buildLargeProfile({ modules, outcomes, criteria }: ProfileSize): OccupationalProfile {
  let count = 0
  const id = () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}`
  // steps without a common factor, so that few sentences come twice
  const pick = <T>(from: readonly T[], step: number): T => from[(count * step) % from.length] as T
  // a trade's vocabulary grows with its text, and in Swedish by compounds: they make some two thousand words here
  let made = 0
  const compound = () => {
    made++
    const first = words.compoundFirst[made % words.compoundFirst.length] ?? ''
    const second = words.compoundSecond[(made * 7 + Math.floor(made / 40)) % words.compoundSecond.length]
    return `${first}${second}`
  }
  const sentence = (pattern: string) =>
    pattern
      .replace('{thing}', pick(words.things, 7))
      .replace('{when}', pick(words.when, 3))
      .replace(/\{compound\}/gu, compound)

  const outcome = (at: number): LearningOutcome => ({
    id: id(),
    category: CATEGORIES[Math.floor((at * 3) / outcomes)] ?? 'skills',
    text: sentence(pick(words.outcomes, 5)),
    criteria: Array.from({ length: criteria }, () => ({
      id: id(),
      text: sentence(pick(words.criteria, 1)),
      assessmentMethods: [],
    })),
  })
  const module = (at: number): Module => ({
    id: id(),
    title: words.moduleTitles[at % words.moduleTitles.length] ?? '',
    seqfLevel: 3,
    levelRationale: words.levelRationale,
    purpose: pick(words.modulePurposes, 1),
    prerequisites: '',
    volume: null,
    outcomes: Array.from({ length: outcomes }, (_, index) => outcome(index)),
  })
  return {
    id: id(),
    slug: 'yrke-i-stort-format',
    title: words.title,
    isExample: true,
    owner: words.owner,
    occupationReferences: [{ scheme: 'ssyk2012', id: '5343', label: '' }],
    purpose: words.purpose,
    targetGroup: words.targetGroup,
    delimitations: words.delimitations,
    seqfLevel: 4,
    levelRationale: words.levelRationale,
    outcomeStem: 'Deltagaren kan',
    roleDescription: words.roleDescription,
    personalSuitability: words.suitability.map(([text = '', reason = '']) => ({ id: id(), text, reason })),
    wordList: words.words.map(([term = '', explanation = '', text = '']) => ({
      id: id(),
      term,
      explanation,
      translations: [{ language: 'en', text }],
    })),
    modules: Array.from({ length: modules }, (_, at) => ({
      obligation: at % 6 === 5 ? 'optional' : 'mandatory',
      module: module(at),
    })),
  }
}

/** That profile as an edition. */
export function buildLargeEdition(size: ProfileSize): { readonly edition: Edition; readonly digest: string } {
  const profile = buildLargeProfile(size)
  const edition = buildEditionOf(profile, hashWordings(profile, hash))
  return { edition, digest: hash(JSON.stringify(edition)) }
}

/** A profile as its first edition, with hashes that have been computed already. */
export function buildEditionOf(
  profile: OccupationalProfile,
  wordingHashes: Readonly<Record<string, string>>,
): Edition {
  return {
    format: 'profilverkstad-edition-1',
    id: '00000000-0000-4000-9000-000000000000',
    version: '1.0.0',
    publishedAt: '2026-11-20T10:00:00Z',
    supersedes: null,
    decision: { decidedOn: '2026-11-20', decidedBy: words.decidedBy, grounds: words.grounds },
    versionReason: '',
    rulings: [],
    nextReviewDue: '2030-11-20',
    wordingHashes,
    profile,
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

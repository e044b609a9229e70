import type { Finding, OccupationalProfile } from '../../../schemas/types.ts'
import { missingFrom } from '../profile/completeness.ts'
import { inOrder, toFinding, type FindingItem } from './findings.ts'
import type { LintOptions } from './lint-item.ts'
import { textsOf } from './profile-texts.ts'
import { explainedBy } from './remarks.ts'
import { findingsOnTwins } from './rules/duplicate.ts'
import { missingRemark } from './rules/structure.ts'
import type { Remark } from './text-reading.ts'

/**
 * The language coach's advice on a whole profile, in the order of the text: the profile, its suitability, each module
 * with its outcomes by category and their criteria, the word list. Errors keep a draft from being submitted, all else
 * advises. A trade word is reported where it is first used.
 *
 * Twelve modules of eight outcomes with five criteria each take some milliseconds; after a change of one item, under
 * one, as long as the rest of the profile is shared with the former.
 */
export function lintProfile(profile: OccupationalProfile, { locale = 'sv' }: LintOptions = {}): Finding[] {
  const texts = textsOf(profile, locale)
  const lacks = lacksById(profile)
  const twins = findingsOnTwins(profile, texts, locale)
  const isNew = newTerms(profile)
  const findings: Finding[] = []
  const say = (remarks: readonly Remark[] | undefined, of: FindingItem) => {
    for (const remark of remarks ?? []) findings.push(toFinding(remark, of, locale))
  }
  for (const { said, structure } of texts) {
    const { of } = said
    say(lacks.get(of.itemId), of)
    const twin = twins.get(of.itemId)
    if (!twin && said.terms.length === 0) findings.push(...said.findings)
    else {
      const terms = said.terms.filter(({ key }) => isNew(key)).map(({ finding }) => finding)
      findings.push(...inOrder([...(twin ? [twin] : []), ...said.findings, ...terms]))
    }
    say(structure, of)
  }
  for (const { id } of profile.wordList) say(lacks.get(id), { itemKind: 'word', itemId: id })
  return findings
}

/** What the draft lacks, by the item that lacks it. */
function lacksById(profile: OccupationalProfile): ReadonlyMap<string, Remark[]> {
  const byId = new Map<string, Remark[]>()
  for (const lack of missingFrom(profile)) {
    byId.set(lack.itemId, [...(byId.get(lack.itemId) ?? []), missingRemark(lack)])
  }
  return byId
}

/** Whether a trade word is neither explained in the word list nor asked about before. */
function newTerms({ wordList }: OccupationalProfile): (key: string) => boolean {
  const known = new Set(explainedBy(wordList.map(({ term }) => term)))
  return (key) => known.size < known.add(key).size
}

import type { OccupationalProfile } from '../../../../schemas/types.ts'
import { foldWording } from '../../../domain/profile/wordings.ts'
import type { ChangedItem } from './handout-input.ts'

export type Changes = {
  /** How many places have been amended. */
  readonly count: number
  /** The amendment of a text in a part; of an outcome or a criterion if the number is one's. */
  readonly of: (number: string, text: string) => ChangedItem | undefined
  /** Whether something of a part was amended that none of its texts shows: its title, its level, or what is gone. */
  readonly ofPart: (number: string) => boolean
}

/**
 * Finds what has been amended. An outcome or a criterion is known by its number. Elsewhere several texts share a
 * number, a module's purpose and prerequisites or all that belongs to the whole profile, and the words tell which.
 */
export function findChanges(changes: readonly ChangedItem[], profile: OccupationalProfile): Changes {
  const latest = inOneStep(changes)
  const folded = latest.map((change) => ({ change, words: foldWording(change.wording) }))
  return {
    count: latest.length,
    of(number, text) {
      const isItem = number.includes('.')
      const words = foldWording(text)
      return folded.find((each) => each.change.number === number && (isItem || each.words === words))?.change
    },
    ofPart(number) {
      const shown = new Set(textsOf(profile, number).map(foldWording))
      return folded.some(({ change, words }) => change.number === number && !shown.has(words))
    },
  }
}

/** What was amended several times, from its first words to its last. */
function inOneStep(changes: readonly ChangedItem[]): ChangedItem[] {
  const steps: ChangedItem[] = []
  for (const change of changes) {
    const { number, former } = change
    const before = steps.findIndex(
      (step) =>
        former !== undefined && step.number === number && foldWording(step.wording) === foldWording(former),
    )
    if (before < 0) steps.push(change)
    else steps[before] = { ...steps[before], number, wording: change.wording }
  }
  return steps
}

/** The texts of a part that can be told by their words: of a module, or of the whole profile for an empty number. */
function textsOf(profile: OccupationalProfile, number: string): string[] {
  if (number !== '') {
    const module = profile.modules[Number(number) - 1]?.module
    return module ? [module.purpose, module.prerequisites, module.levelRationale] : []
  }
  return [
    profile.purpose,
    profile.targetGroup,
    profile.delimitations,
    profile.roleDescription,
    profile.levelRationale,
    ...profile.personalSuitability.map(({ text }) => text),
    ...profile.wordList.map(wordInOne),
  ].filter((text) => text.trim() !== '')
}

/** A word with its explanation, as positions are taken on it. */
export const wordInOne = ({ term, explanation }: OccupationalProfile['wordList'][number]): string =>
  `${term}: ${explanation}`

import type { OccupationalProfile } from '../../../schemas/types.ts'

/** A profile with nothing in it yet but its name, and how its outcomes begin. */
export function newProfile({
  id,
  slug,
  title,
  outcomeStem,
}: {
  id: string
  slug: string
  title: string
  outcomeStem: string
}): OccupationalProfile {
  return {
    id,
    slug,
    title,
    isExample: false,
    owner: '',
    occupationReferences: [],
    purpose: '',
    targetGroup: '',
    delimitations: '',
    seqfLevel: null,
    levelRationale: '',
    outcomeStem,
    roleDescription: '',
    personalSuitability: [],
    wordList: [],
    modules: [],
  }
}

/** A web address part from a title: lower case, without accents, hyphens between words. Empty for a title without letters or figures. */
export function slugFrom(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replace(/^-|-$/gu, '')
}

import type {
  AssessmentCriterion,
  Decision,
  LearningOutcome,
  Module,
  ModuleLink,
  OccupationalProfile,
} from '../../schemas/types.ts'
import { newProfile } from '../../server/domain/profile/new-profile.ts'

let count = 0

/** Ids of the real form that can be told apart; the same name (nine letters at most) gives the same id each time. */
export function id(name: string | number = ++count): string {
  const hex = Buffer.from(String(name)).toString('hex').padStart(18, '0')
  return `00000000-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6)}`
}

export function buildCriterion(given: Partial<AssessmentCriterion> = {}): AssessmentCriterion {
  return { id: id(), text: 'Berättar för personen vad som ska hända.', assessmentMethods: [], ...given }
}

export function buildOutcome(given: Partial<LearningOutcome> = {}): LearningOutcome {
  return {
    id: id(),
    category: 'skills',
    text: 'förflytta en person mellan säng och stol',
    criteria: [buildCriterion()],
    ...given,
  }
}

export function buildModule(given: Partial<Module> = {}): Module {
  return {
    id: id(),
    title: 'Förflyttning',
    seqfLevel: 3,
    levelRationale: 'Arbetet görs i huvudsak självständigt.',
    purpose: 'Modulen ger det som behövs för att förflytta en person tryggt.',
    prerequisites: '',
    volume: null,
    outcomes: [buildOutcome()],
    ...given,
  }
}

export function buildLink(given: Partial<Module> = {}, link: Partial<ModuleLink> = {}): ModuleLink {
  return { obligation: 'mandatory', module: buildModule(given), ...link }
}

/** A profile that could be published as it is. */
export function buildProfile(given: Partial<OccupationalProfile> = {}): OccupationalProfile {
  return {
    ...newProfile({ id: id('profile'), slug: 'testare', title: 'Testare', outcomeStem: 'Deltagaren kan' }),
    owner: 'Testrådet',
    purpose: 'Profilen visar vad en testare behöver kunna.',
    seqfLevel: 4,
    levelRationale: 'Arbetet är självständigt och varierat.',
    roleDescription: 'En testare **provar**.',
    modules: [buildLink()],
    ...given,
  }
}

export function buildDecision(given: Partial<Decision> = {}): Decision {
  return {
    decidedOn: '2026-01-15',
    decidedBy: 'Testrådet',
    grounds: 'Enigt beslut i en prövande panel.',
    ...given,
  }
}

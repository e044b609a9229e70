import type { Role, Scope } from '../../../schemas/types.ts'

/** The parts that people have. What each may do stands in abilities.ts; parts without an act there have theirs to come. */
export const ROLES = [
  'administrator',
  'editor',
  'facilitator',
  'coordinator',
  'steeringGroup',
  'panelMember',
  'ocnAssessor',
  'occupationalAssessor',
  'internalQualityAssurer',
  'externalQualityAssurer',
  'reader',
] as const satisfies readonly Role[]

const SCOPES = ['everything', 'organisation', 'profile'] as const

/** An administrator keeps the whole installation; every other part can be had for less of it. */
export function scopesOf(role: Role): readonly Scope['kind'][] {
  return role === 'administrator' ? ['everything'] : SCOPES
}

import type { Phase, PlannedPhase } from '../../../schemas/types.ts'

/** A workshop's phases in their order. They are soft: any of them can be gone back to, left out, or come late to. */
export const PHASES = ['collect', 'sort', 'delimit', 'word', 'done'] as const satisfies readonly Phase[]

/** Ninety minutes, as workshops usually are: the wording takes longest. */
export const USUAL_PHASES: readonly PlannedPhase[] = [
  { phase: 'collect', minutes: 15 },
  { phase: 'sort', minutes: 20 },
  { phase: 'delimit', minutes: 15 },
  { phase: 'word', minutes: 40 },
  { phase: 'done', minutes: 0 },
]

/** The phase after that one in a workshop's plan; undefined after the last. */
export function phaseAfter(planned: readonly PlannedPhase[], phase: Phase): Phase | undefined {
  return planned[planned.findIndex((each) => each.phase === phase) + 1]?.phase
}

/** Whether a plan can be followed: each phase once, in the order that they build on each other, and one in which something is written. */
export function isPlanSound(planned: readonly PlannedPhase[]): boolean {
  const places = planned.map(({ phase }) => PHASES.indexOf(phase))
  return (
    places.length > 0 &&
    places[0] !== PHASES.length - 1 &&
    places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))
  )
}

import type {
  AddGroup,
  AmendGroup,
  AmendWorkshop,
  Anonymity,
  Phase,
  PlanWorkshop,
  Workshop,
} from '../../schemas/types.ts'
import { PHASES, USUAL_PHASES } from '../../server/domain/workshop/phases.ts'

/** A plan while it is being written: numbers as they are typed. */
export type PlanDraft = {
  /** Empty until somebody gives it one of its own: it is called after its day. */
  readonly name: string
  readonly date: string
  readonly question: string
  readonly groups: readonly GroupDraft[]
  readonly phases: readonly PhaseDraft[]
  readonly anonymity: Anonymity
  readonly isRehearsal: boolean
}
export type GroupDraft = {
  /** Null for a group that is not there yet. */
  readonly id: string | null
  readonly place: string
  readonly seats: string
  /** How many sit in it already. */
  readonly taken: number
}
export type PhaseDraft = { readonly phase: Phase; readonly isIn: boolean; readonly minutes: string }

export const MOST_GROUPS = 60
export const FEWEST_SEATS = 2
export const MOST_SEATS = 12
const MOST_MINUTES = 240
const USUAL_GROUPS = 3
const USUAL_SEATS = '6'

/** A workshop as most are: all that is left to say is when. */
export function usualPlan(question: string): PlanDraft {
  return {
    name: '',
    date: '',
    question,
    groups: groupsOf([], USUAL_GROUPS),
    phases: USUAL_PHASES.map(({ phase, minutes }) => ({ phase, isIn: true, minutes: String(minutes) })),
    anonymity: { silentCollect: true, namedPhases: [], namesInMinutes: false },
    isRehearsal: false,
  }
}

export function draftOf({
  name,
  date,
  question,
  groups,
  phases,
  anonymity,
  isRehearsal,
}: Workshop): PlanDraft {
  return {
    name,
    date,
    question,
    groups: groups.map(({ id, place, seats, taken }) => ({ id, place, seats: String(seats), taken })),
    phases: PHASES.map((phase) => {
      const planned = phases.find((each) => each.phase === phase)
      const usual = USUAL_PHASES.find((each) => each.phase === phase)
      return {
        phase,
        isIn: planned !== undefined,
        minutes: String(planned?.minutes ?? usual?.minutes ?? 0),
      }
    }),
    anonymity,
    isRehearsal,
  }
}

/** That many groups. Those that are there already stay, and a new one has as many seats as the one before it. */
export function groupsOf(groups: readonly GroupDraft[], count: number): readonly GroupDraft[] {
  const fewest = groups.filter(({ id }) => id !== null).length
  const wanted = Math.max(fewest, Math.min(MOST_GROUPS, count))
  return Array.from({ length: wanted }, (_, at) => {
    const seats = groups.at(-1)?.seats ?? USUAL_SEATS
    return groups[at] ?? { id: null, place: '', seats, taken: 0 }
  })
}

/** Minutes of the phases that are part of it. */
export function minutesIn({ phases }: Pick<PlanDraft, 'phases'>): number {
  return phases
    .filter(({ isIn }) => isIn)
    .reduce((sum, { minutes }) => sum + (numberIn(minutes, 0, MOST_MINUTES) ?? 0), 0)
}

/** What is wrong with a field, by its name; the words stand in the catalogue. */
export type PlanFault = 'date' | 'question' | 'phases' | 'minutes' | 'seats' | 'taken'

/** What is to be mended before this is a plan, by the field that it is mended in, in the order of the form. */
export function faultsIn(draft: PlanDraft): ReadonlyMap<string, PlanFault> {
  const faults = new Map<string, PlanFault>()
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(draft.date)) faults.set('date', 'date')
  if (draft.question.trim() === '') faults.set('question', 'question')
  for (const [at, { seats, taken }] of draft.groups.entries()) {
    const count = numberIn(seats, FEWEST_SEATS, MOST_SEATS)
    if (count === undefined) faults.set(`seats-${at}`, 'seats')
    else if (count < taken) faults.set(`seats-${at}`, 'taken')
  }
  const included = draft.phases.filter(({ isIn }) => isIn)
  if (included.every(({ phase }) => phase === 'done')) faults.set('phase-collect', 'phases')
  for (const { phase, minutes } of included) {
    if (numberIn(minutes, 0, MOST_MINUTES) === undefined) faults.set(`minutes-${phase}`, 'minutes')
  }
  return faults
}

/** The plan, out of a draft without faults; `name` is what it is called when nobody has given it a name. */
export function planFrom(draft: PlanDraft, name: string): PlanWorkshop {
  return {
    ...workshopIn(draft, name),
    isRehearsal: draft.isRehearsal,
    groups: draft.groups.map(groupIn),
  }
}

export type PlanChanges = {
  readonly workshop: AmendWorkshop
  readonly amended: readonly { readonly groupId: string; readonly changes: AmendGroup }[]
  readonly added: readonly AddGroup[]
}

/** What a draft without faults changes in a workshop that is planned already: only that, since somebody else may change the rest. */
export function changesIn(workshop: Workshop, draft: PlanDraft): PlanChanges {
  const before: AmendWorkshop = workshop
  const after = Object.entries(workshopIn(draft, workshop.name))
  const isSame = (name: string, value: unknown) =>
    JSON.stringify(before[name as keyof AmendWorkshop]) === JSON.stringify(value)
  return {
    workshop: Object.fromEntries(after.filter(([name, value]) => !isSame(name, value))),
    amended: draft.groups.flatMap((group) => {
      const former = workshop.groups.find(({ id }) => id === group.id)
      if (!former) return []
      const { place, seats } = groupIn(group)
      const changes = {
        ...(place !== former.place && { place }),
        ...(seats !== former.seats && { seats }),
      }
      return Object.keys(changes).length === 0 ? [] : [{ groupId: former.id, changes }]
    }),
    added: draft.groups.filter(({ id }) => id === null).map(groupIn),
  }
}

function workshopIn({ date, question, phases, anonymity, ...draft }: PlanDraft, name: string) {
  const included = phases.filter(({ isIn }) => isIn)
  return {
    name: draft.name.trim() || name,
    date,
    question: question.trim(),
    phases: included.map(({ phase, minutes }) => ({
      phase,
      minutes: numberIn(minutes, 0, MOST_MINUTES) ?? 0,
    })),
    anonymity,
  }
}

function groupIn({ place, seats }: GroupDraft): AddGroup {
  return { place: place.trim(), seats: numberIn(seats, FEWEST_SEATS, MOST_SEATS) ?? Number(USUAL_SEATS) }
}

/** A whole number within bounds, as somebody has typed it; no time at all may be left empty. */
function numberIn(typed: string, least: number, most: number): number | undefined {
  const text = typed.trim()
  if (text === '' && least === 0) return 0
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

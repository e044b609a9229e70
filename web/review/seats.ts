import type { ComposePanel, PanelMember, Perspective, Review } from '../../schemas/types.ts'
import { entitled, perspectivesOf } from '../../server/domain/review/seats.ts'

type Proposed = ComposePanel['members'][number]

/** How many seats each perspective has, in the installation's order: what sentences about the rule count with. */
export function seatCounts({
  composition: { members },
  perspectives,
}: Pick<Review, 'composition' | 'perspectives'>): Record<string, number> {
  const heard = perspectivesOf(
    members,
    perspectives.map(({ id }) => id),
  )
  const seats = entitled(members, null)
  return Object.fromEntries(heard.map((id) => [id, seats.filter((seat) => seat.perspective === id).length]))
}

/** The perspectives that the panel has, with their names; one that the installation no longer knows keeps its id. */
export function perspectivesShown(review: Pick<Review, 'composition' | 'perspectives'>): Perspective[] {
  return Object.keys(seatCounts(review)).map((id) => perspectiveNamed(review, id))
}

export function perspectiveNamed(
  { perspectives }: { readonly perspectives: readonly Perspective[] },
  id: string,
): Perspective {
  return perspectives.find((each) => each.id === id) ?? { id, code: id.slice(0, 2).toUpperCase(), name: id }
}

/** What somebody at the panel is called here: by name where that is for the reader, else by perspective. */
export function calledBy(review: Pick<Review, 'perspectives'>, { name, perspective }: PanelMember): string {
  return name ?? perspectiveNamed(review, perspective).name
}

/** The whole panel as it is to be from now on, with one place changed, added (`null`) or taken away. */
export function composed(
  members: readonly PanelMember[],
  changed: { readonly id: string | null; readonly to: Omit<Proposed, 'id'> | null },
): ComposePanel {
  const { id, to } = changed
  const kept = members.filter((member) => to !== null || member.id !== id)
  const ids = kept.map((member) => member.id)
  const places = kept.map((member): Proposed => {
    if (to !== null && member.id === id) return { id: member.id, ...to }
    const at = member.substituteFor === null ? -1 : ids.indexOf(member.substituteFor)
    return {
      id: member.id,
      name: member.name ?? '',
      email: member.email ?? '',
      organisation: member.organisation,
      perspective: member.perspective,
      part: member.part,
      substituteFor: at === -1 ? null : at,
    }
  })
  const all = to !== null && id === null ? [...places, to] : places
  return { members: all.map((place) => ({ ...place, substituteFor: stillFits(place, all) })) }
}

/** A substitute stands in for a member of the same perspective; for any of them where that member is another now. */
function stillFits({ part, perspective, substituteFor }: Proposed, all: readonly Proposed[]): number | null {
  if (part !== 'substitute' || substituteFor === null) return null
  const member = all[substituteFor]
  return member?.part === 'member' && member.perspective === perspective ? substituteFor : null
}

/** Substitutes who could stand in for a member now. */
export function whoCouldStandInFor(
  members: readonly PanelMember[],
  { id, perspective }: PanelMember,
): PanelMember[] {
  return members.filter(
    (each) =>
      each.part === 'substitute' &&
      each.perspective === perspective &&
      (each.substituteFor === null || each.substituteFor === id) &&
      (each.standsInFor === null || each.standsInFor === id),
  )
}

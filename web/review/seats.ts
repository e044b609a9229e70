import type { ComposePanel, PanelMember, Perspective, Review } from '../../schemas/types.ts'
import { perspectiveInText, perspectiveTitle } from '../../server/domain/review/in-words/name-perspective.ts'
import { fitsFor, mayStandInFor, seatCounts as countSeats } from '../../server/domain/review/seats.ts'
import { locale } from '../i18n/locale.ts'

type Proposed = ComposePanel['members'][number]

/** How many seats each perspective has, in the installation's order: what sentences about the rule count with. */
export function seatCounts({
  composition: { members },
  perspectives,
}: Pick<Review, 'composition' | 'perspectives'>): Record<string, number> {
  return countSeats(
    members,
    perspectives.map(({ id }) => id),
  )
}

/** The perspectives that the panel has, with their names; one that the installation no longer knows keeps its id. */
export function perspectivesShown(review: Pick<Review, 'composition' | 'perspectives'>): Perspective[] {
  return Object.keys(seatCounts(review)).map((id) => perspectiveNamed(review, id))
}

export function perspectiveNamed(
  { perspectives }: { readonly perspectives: readonly Perspective[] },
  id: string,
): Perspective {
  const code = perspectives.find((each) => each.id === id)?.code ?? id.slice(0, 2).toUpperCase()
  return { id, code, name: perspectiveTitle(locale(), id, perspectives) }
}

/** Its name within a sentence, with no capital that it would not have there. */
export function perspectiveWithin(
  { perspectives }: { readonly perspectives: readonly Perspective[] },
  id: string,
): string {
  return perspectiveInText(locale(), id, perspectives)
}

/** What somebody at the panel is called here: by name where that is for the reader, else by perspective. */
export function calledBy(review: Pick<Review, 'perspectives'>, { name, perspective }: PanelMember): string {
  return name ?? perspectiveNamed(review, perspective).name
}

/**
 * Whether the person who had the place has been erased. Names are shown to somebody for the whole panel or not at all, so a
 * single one that is missing is that of somebody who is gone.
 */
export function isGone(members: readonly PanelMember[], { name }: PanelMember): boolean {
  return name === null && members.some((each) => each.name !== null)
}

/** The whole panel as it is to be from now on, with one place changed, added (`null`) or taken away. */
export function composed(
  members: readonly PanelMember[],
  changed: { readonly id: string | null; readonly to: Omit<Proposed, 'id'> | null },
): ComposePanel {
  const { id, to } = changed
  // A place without its person cannot be proposed again: it is given to somebody else, or it goes.
  const kept = members.filter((member) => (member.id === id ? to !== null : !isGone(members, member)))
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
function stillFits(place: Proposed, all: readonly Proposed[]): number | null {
  const { substituteFor } = place
  return substituteFor !== null && fitsFor(place, all[substituteFor]) ? substituteFor : null
}

/** Substitutes who could stand in for a member now. */
export function whoCouldStandInFor(members: readonly PanelMember[], member: PanelMember): PanelMember[] {
  return members.filter((each) => mayStandInFor(each, member))
}

import type { Composition, PanelMeeting, PanelMember, Review } from '../../../schemas/types.ts'
import { absencesThatFail } from '../../domain/review/absences.ts'
import { clocksAt } from '../../domain/review/clocks.ts'
import { recallableUntil } from '../../domain/review/closing.ts'
import { compositionHints, type CompositionAim } from '../../domain/review/composition-hints.ts'
import { entitled, perspectivesOf } from '../../domain/review/seats.ts'
import { isInside } from '../../domain/review/visibility.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { findProfileFor } from '../profile/find-profile.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { titleOf } from '../workshop/describe-workshop.ts'
import { actsIn, caseOf, casesOf, findReview, hidesPositions, namesAt, type Case } from './find-review.ts'

/** A review, for those who may know of it. Throws review-not-found. */
export async function readReview(deps: Deps, asker: Asker, reviewId: string): Promise<Review> {
  return deps.storage.read((stores) => describeReview(deps, stores, asker, reviewId))
}

/** The reviews of a profile, latest first, for those who follow its panel. */
export async function listReviews(
  deps: Deps,
  asker: Asker,
  { slug }: { slug: string },
): Promise<{ items: Review[] }> {
  return deps.storage.read(async (stores) => {
    const profile = await findProfileFor(asker, 'readReview', stores, slug)
    const items: Review[] = []
    for (const found of await casesOf(stores, asker, profile))
      items.push(await describe(deps, stores, asker, found))
    return { items }
  })
}

/** The reviews in which the asker has a place, latest first. */
export async function listOwnReviews(deps: Deps, asker: Asker): Promise<{ items: Review[] }> {
  return deps.storage.read(async (stores) => {
    const items: Review[] = []
    for (const review of asker.personId === null ? [] : await stores.reviews.ofPerson(asker.personId)) {
      const found = await caseOf(stores, asker, review)
      if (found?.me) items.push(await describe(deps, stores, asker, found))
    }
    return { items }
  })
}

export async function describeReview(
  deps: Deps,
  stores: Readers,
  asker: Asker,
  reviewId: string,
  found?: Case,
): Promise<Review> {
  return describe(deps, stores, asker, found ?? (await findReview(stores, asker, reviewId, 'readText')))
}

async function describe(deps: Deps, stores: Readers, asker: Asker, found: Case): Promise<Review> {
  const { review, profile, me } = found
  const { perspectives, panelSize } = await readSettings(stores)
  const decisions = await stores.reviews.decisions(review.id)
  const last = decisions[0]
  const round = review.rounds.at(-1) ?? null
  const now = deps.now().toISOString()
  const acts = actsIn(found)
  const isRecallable = last !== undefined && last.recalledAt === null && now < recallableUntil(last.at)
  return {
    id: review.id,
    profileId: profile.id,
    profileSlug: profile.slug,
    profileTitle: await titleOf(stores, profile),
    status: review.status,
    submittedAt: review.submittedAt,
    revision: (await stores.reviews.revisions(review.id)).length,
    round,
    rounds: [...review.rounds],
    rule: review.rule,
    perspectives,
    composition: await describeComposition(stores, found, {
      ...panelSize,
      perspectives: perspectives.map(({ id }) => id),
    }),
    meetings: await describeMeetings(stores, found),
    clocks: clocksAt(
      review.turns.filter(({ at }) => round !== null && at >= round.openedAt),
      round?.answerBy ?? null,
      now,
    ),
    former: await formerOf(stores, found),
    decisions: decisions.map(({ reviewId: _review, ...decision }) =>
      // A close that was taken back shows nobody what is hidden again.
      decision.recalledAt !== null && hidesPositions(found)
        ? { ...decision, parts: [], dissents: [] }
        : decision,
    ),
    recallableUntil: isRecallable ? recallableUntil(last.at) : null,
    published: review.published,
    me: me?.id ?? null,
    acts: {
      ...acts,
      recall: acts.recall && isRecallable,
      printMinutes: acts.printMinutes && !hidesPositions(found),
    },
    now,
  }
}

/** What the panel's text is compared with: once it is a version of its own, the one which that has replaced. */
async function formerOf({ editions }: Readers, { review, profile }: Case): Promise<string | null> {
  if (review.published === null) return (await editions.latest(profile.id))?.version ?? null
  const edition = await editions.find(profile.id, review.published)
  return edition ? (parseEdition(edition).supersedes?.version ?? null) : null
}

async function describeComposition(stores: Readers, found: Case, aim: CompositionAim): Promise<Composition> {
  const { review, standpoint } = found
  const leads = standpoint.may('leadPanel')
  const settles = leads || standpoint.may('approvePanel')
  const names = await namesAt(stores, found.members)
  const answerers = await stores.people.names(review.composition.answers.flatMap(({ by }) => by ?? []))
  const emails = leads ? await emailsOf(stores, found) : new Map<string, string | null>()
  const rank = new Map(aim.perspectives.map((id, index) => [id, index]))
  const members = describeMembers(found, names, emails, settles || standpoint.place !== null)
  const seats = entitled(found.members, null)
  const heard = perspectivesOf(found.members, aim.perspectives)
  return {
    members: members.sort(
      (a, b) => (rank.get(a.perspective) ?? 99) - (rank.get(b.perspective) ?? 99) || (a.id < b.id ? -1 : 1),
    ),
    status: review.composition.status,
    answers: review.composition.answers.map(({ by, ...answer }) => ({
      ...answer,
      by: settles && by !== null ? (answerers.get(by) ?? null) : null,
    })),
    hints: settles ? compositionHints(found.members, aim) : [],
    absences: settles
      ? absencesThatFail(
          seats.map(({ id, perspective }) => ({ memberId: id, perspective })),
          heard,
          review.rule,
        )
      : [],
  }
}

function describeMembers(
  { members, me }: Case,
  names: ReadonlyMap<string, string>,
  emails: ReadonlyMap<string, string | null>,
  showNames: boolean,
): PanelMember[] {
  return members.map(({ reviewId: _review, personId: _person, proposedAs: _proposed, ...member }) => ({
    ...member,
    name: showNames ? (names.get(member.id) ?? null) : null,
    email: emails.get(member.id) ?? null,
    recusals: [...member.recusals],
    isMe: member.id === me?.id,
  }))
}

/** The asker's own place, as the others on the panel see it. */
export async function describeMe(stores: Readers, found: Case): Promise<PanelMember | undefined> {
  const names = await namesAt(stores, found.me ? [found.me] : [])
  return describeMembers(found, names, new Map(), true).find(({ isMe }) => isMe)
}

async function emailsOf(stores: Readers, { members }: Case): Promise<ReadonlyMap<string, string | null>> {
  const emails = new Map<string, string | null>()
  for (const { id, personId } of members)
    if (personId !== null) emails.set(id, (await stores.people.find(personId))?.email ?? null)
  return emails
}

/** With everyone's answers for those who run the panel and sit on it; with counts of nothing for others. */
async function describeMeetings(stores: Readers, { review, standpoint }: Case): Promise<PanelMeeting[]> {
  const attendance = await stores.reviews.attendance(review.id)
  const inside = isInside(standpoint)
  return (await stores.reviews.meetings(review.id)).map(({ reviewId: _review, news: _news, ...meeting }) => ({
    ...meeting,
    speakers: inside ? [...meeting.speakers] : [],
    video: inside ? meeting.video : '',
    attendance: inside
      ? attendance
          .filter(({ meetingId }) => meetingId === meeting.id)
          .map(({ meetingId: _meeting, ...answer }) => answer)
      : [],
  }))
}

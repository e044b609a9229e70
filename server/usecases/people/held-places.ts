import type { HeldPlace, PersonalData } from '../../../schemas/types.ts'
import type { PanelText } from '../../domain/review/panel-text.ts'
import type { StoredMember, StoredReview } from '../../storage/review-port.ts'
import type { Readers } from '../../storage/storage.ts'
import { readSettings } from '../installation/settings.ts'
import { hidesPositions } from '../review/find-review.ts'
import { loadText } from '../review/load-panel.ts'

/**
 * A person's places at panels, latest first, with all that they have said from them. What a panel hides until it closes is
 * given to the person alone: for others it is left out.
 */
export async function heldPlaces(
  stores: Readers,
  personId: string,
  isTheirOwn: boolean,
): Promise<PersonalData['panels']> {
  const places: HeldPlace[] = []
  for (const review of await stores.reviews.ofPerson(personId)) {
    const members = await stores.reviews.members(review.id)
    const me = members.find((member) => member.personId === personId)
    if (me) places.push(await heldPlace(stores, { review, members, me }, isTheirOwn))
  }
  return places
}

type Place = {
  readonly review: StoredReview
  readonly members: readonly StoredMember[]
  readonly me: StoredMember
}

async function heldPlace(stores: Readers, place: Place, isTheirOwn: boolean): Promise<HeldPlace> {
  const { review, me } = place
  const { perspectives } = await readSettings(stores)
  const isSealed = !isTheirOwn && hidesPositions(place)
  return {
    reviewId: review.id,
    memberId: me.id,
    profile: (await stores.profiles.findById(review.profileId))?.slug ?? '',
    submittedAt: review.submittedAt,
    organisation: me.organisation,
    perspective: me.perspective,
    perspectiveName: perspectives.find(({ id }) => id === me.perspective)?.name ?? me.perspective,
    part: me.part,
    substituteFor: me.substituteFor,
    standsInFor: me.standsInFor,
    isNamed: me.isNamed,
    isSealed,
    recusals: me.recusals.map((recusal) => ({ ...recusal })),
    summonses: await summonses(stores, place),
    ...(isSealed ? SAID_NOTHING : await said(stores, place)),
  }
}

type Said = Pick<HeldPlace, 'positions' | 'remarks' | 'confirmations' | 'ratings'>
const SAID_NOTHING: Said = { positions: [], remarks: [], confirmations: [], ratings: [] }

async function said({ reviews, ...stores }: Readers, place: Place): Promise<Said> {
  const { review, me } = place
  const { text } = await loadText({ reviews, ...stores }, place)
  const on = wordsIn(text)
  const mine = <T extends { readonly memberId: string }>(all: readonly T[]) =>
    all.filter(({ memberId }) => memberId === me.id)
  return {
    positions: mine(await reviews.positions(review.id)).map(
      ({ at, round, itemId, hash, position, reason, byCoordinator }) => ({
        at,
        round,
        ...on(itemId, hash),
        position,
        reason,
        byCoordinator,
      }),
    ),
    remarks: mine(await reviews.remarks(review.id)).map(
      ({ id, at, round, anchor, text: words, proposal, withdrawnAt, disposition }) => ({
        id,
        at,
        round,
        ...on(anchor.itemId, anchor.hash),
        quote: anchor.quote,
        text: words,
        proposal,
        withdrawnAt,
        outcome: disposition?.outcome ?? null,
        answer: disposition?.reason ?? '',
      }),
    ),
    confirmations: mine(await reviews.confirmations(review.id)).map(({ at, amendmentId, confirms }) => ({
      at,
      amendmentId,
      confirms,
    })),
    ratings: mine(await reviews.ratings(review.id)).map(({ round, partId, importance, clarity }) => ({
      round,
      partId,
      ...on(partId, text.parts.find(({ id }) => id === partId)?.hash ?? null),
      importance,
      clarity,
    })),
  }
}

async function summonses({ reviews }: Readers, { review, me }: Place): Promise<HeldPlace['summonses']> {
  const meetings = new Map((await reviews.meetings(review.id)).map((meeting) => [meeting.id, meeting]))
  return (await reviews.attendance(review.id)).flatMap(({ meetingId, memberId, answer, wasPresent }) => {
    const meeting = meetings.get(meetingId)
    if (memberId !== me.id || !meeting) return []
    return [{ meetingId, startsAt: meeting.startsAt, place: meeting.place, answer, wasPresent }]
  })
}

type Words = Pick<HeldPlace['positions'][number], 'number' | 'words'>

/** The words that something was said of, as they stood then: a part's are what it is called. */
function wordsIn({ states }: PanelText): (id: string | null, hash: string | null) => Words {
  const known = new Map<string, Words>()
  for (const part of states.flatMap(({ parts }) => parts)) {
    known.set(`${part.id} ${part.hash}`, { number: part.number, words: part.title })
    for (const { id, hash, number, wording } of part.items)
      known.set(`${id} ${hash}`, { number, words: wording })
  }
  return (id, hash) => known.get(`${id} ${hash}`) ?? { number: '', words: '' }
}

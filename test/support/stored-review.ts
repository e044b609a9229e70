import type {
  StoredAmendment,
  StoredAttendance,
  StoredConfirmation,
  StoredDecision,
  StoredEquivalence,
  StoredMeeting,
  StoredMember,
  StoredPosition,
  StoredRating,
  StoredRemark,
  StoredReview,
  StoredRevision,
} from '../../server/storage/review-port.ts'
import { VOTING_RULES } from '../../server/domain/review/voting-rules.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { id } from './build-profile.ts'
import { PROFILE_ID } from './stored-workshop.ts'

const AT = '2026-03-01T09:00:00.000Z'
export const REVIEW = id('review')
export const [ASTA, BO] = [id('asta'), id('bo')]
/** The words that a position is on, as their hash. */
export const WORDS = 'a'.repeat(64)
export const OTHER_WORDS = 'b'.repeat(64)

const inReview = { reviewId: REVIEW, at: AT, round: 1 } as const

export function storedReview(given: Partial<StoredReview> = {}): StoredReview {
  return {
    id: REVIEW,
    profileId: PROFILE_ID,
    status: 'open',
    submittedAt: AT,
    rule: VOTING_RULES.consensus,
    composition: {
      status: 'approved',
      answers: [{ at: AT, outcome: 'approved', reason: '', by: id('styr') }],
    },
    rounds: [{ number: 1, kind: 'ordinary', openedAt: AT, answerBy: null, revealedAt: null }],
    turns: [{ to: 'members', at: AT }],
    published: null,
    ...given,
  }
}

export function storedRevision(given: Partial<StoredRevision> = {}): StoredRevision {
  return {
    id: id('r1'),
    reviewId: REVIEW,
    number: 1,
    at: AT,
    digest: 'd'.repeat(64),
    document: '{"title":"Åkare"}',
    ...given,
  }
}

export function storedMember(given: Partial<StoredMember> = {}): StoredMember {
  return {
    id: id('seat'),
    reviewId: REVIEW,
    personId: ASTA,
    organisation: 'Hemtjänstföretagen',
    perspective: 'employer',
    part: 'member',
    substituteFor: null,
    standsInFor: null,
    recusals: [{ id: id('jäv'), partId: null, reason: 'Har skrivit modulen.', at: AT }],
    isNamed: true,
    proposedAs: null,
    ...given,
  }
}

export function storedPosition(given: Partial<StoredPosition> = {}): StoredPosition {
  return {
    ...inReview,
    memberId: id('seat'),
    scope: 'item',
    itemId: id('item'),
    hash: WORDS,
    seq: 1,
    actId: id('act'),
    position: 'agreeWithChange',
    reason: 'Nästan rätt.',
    byCoordinator: false,
    ...given,
  }
}

export function storedAmendment(given: Partial<StoredAmendment> = {}): StoredAmendment {
  return {
    ...inReview,
    id: id('amend'),
    number: 1,
    by: null,
    changes: [],
    reason: 'Det går att se.',
    remarkIds: [id('remark')],
    claimsEditorial: true,
    inDraft: true,
    ...given,
  }
}

export function storedConfirmation(given: Partial<StoredConfirmation> = {}) {
  return {
    reviewId: REVIEW,
    amendmentId: id('amend'),
    memberId: id('seat'),
    confirms: true,
    at: AT,
    ...given,
  }
}

export function storedRemark(given: Partial<StoredRemark> = {}): StoredRemark {
  return {
    ...inReview,
    id: id('remark'),
    memberId: id('seat'),
    anchor: { scope: 'item', itemId: id('item'), hash: WORDS, quote: 'vid behov' },
    text: 'Det går inte att bedöma.',
    proposal: 'Lyfter rätt.',
    withdrawnAt: null,
    disposition: null,
    ...given,
  }
}

export function storedMeeting(given: Partial<StoredMeeting> = {}): StoredMeeting {
  return {
    id: id('meeting'),
    reviewId: REVIEW,
    startsAt: '2026-03-20T08:00:00.000Z',
    endsAt: '2026-03-20T11:00:00.000Z',
    place: 'Hornsgatan 15',
    video: 'https://mote.example/panelen',
    material: 'Läs modul 4.',
    answerBy: '2026-03-16',
    sequence: 0,
    summonedAt: null,
    cancelledAt: null,
    onTable: null,
    speakers: [id('seat')],
    clock: null,
    news: ['place'],
    ...given,
  }
}

export function storedAttendance(given: Partial<StoredAttendance> = {}) {
  return {
    reviewId: REVIEW,
    meetingId: id('meeting'),
    memberId: id('seat'),
    answer: 'remotely' as const,
    wasPresent: null,
    ...given,
  }
}

export function storedEquivalence(given: Partial<StoredEquivalence> = {}): StoredEquivalence {
  return {
    reviewId: REVIEW,
    itemId: id('item'),
    formerHash: WORDS,
    hash: OTHER_WORDS,
    equivalent: true,
    reason: 'Samma krav.',
    at: AT,
    ...given,
  }
}

export function storedRating(given: Partial<StoredRating> = {}): StoredRating {
  return {
    reviewId: REVIEW,
    memberId: id('seat'),
    round: 1,
    partId: id('part'),
    importance: 5,
    clarity: 2,
    ...given,
  }
}

export function storedDecision(given: Partial<StoredDecision> = {}): StoredDecision {
  return {
    ...inReview,
    id: id('decision'),
    outcome: 'approved',
    decidedOn: '2026-03-20',
    decidedBy: 'Kvalitetssäkrande panelen',
    grounds: 'Alla står bakom.',
    textDigest: 'd'.repeat(64),
    rule: VOTING_RULES.consensus,
    composition: [],
    parts: [],
    dissents: [],
    remarks: { accepted: 1, changed: 0, declined: 0 },
    recalledAt: null,
    ...given,
  }
}

/** Two people, who hold no place yet, and an open review of a profile that has nothing else. */
export async function putReview(storage: Storage): Promise<void> {
  await storage.write(async ({ profiles, people, reviews }) => {
    await profiles.insert({ id: PROFILE_ID, slug: 'testare', createdAt: AT, organisationId: null })
    for (const personId of [ASTA, BO]) {
      const person = { id: personId, name: `Namn ${personId}`, email: null, organisationId: null }
      await people.insert({ ...person, locale: 'sv', createdAt: AT })
    }
    await reviews.insert(storedReview())
  })
}

/** Something in every table that has to do with reviews. */
export async function fillReview(storage: Storage): Promise<void> {
  await storage.write(async ({ reviews }) => {
    await reviews.insertRevision(storedRevision())
    await reviews.saveMember(storedMember())
    await reviews.keepPositions([storedPosition()])
    await reviews.insertAmendment(storedAmendment())
    await reviews.saveConfirmation(storedConfirmation())
    await reviews.saveRemark(storedRemark())
    await reviews.saveMeeting(storedMeeting())
    await reviews.saveAttendance(storedAttendance())
    await reviews.saveEquivalence(storedEquivalence())
    await reviews.saveRating(storedRating())
    await reviews.insertDecision(storedDecision())
    await reviews.recallDecision(REVIEW, id('decision'), AT)
    await reviews.noteAct(REVIEW, id('act'), AT)
  })
}

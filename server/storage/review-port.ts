import type {
  Change,
  PanelDecision,
  PanelMeeting,
  PanelMember,
  PositionKind,
  Rating,
  RemarkAnchor,
  ReviewRound,
  ReviewStatus,
  Role,
  VotingRule,
} from '../../schemas/types.ts'

/** A review as it lies in the database: the work of one panel on one profile, over as many rounds as it takes. */
export type StoredReview = {
  readonly id: string
  readonly profileId: string
  readonly status: ReviewStatus
  readonly submittedAt: string
  readonly rule: VotingRule
  readonly composition: {
    readonly status: 'drafted' | 'proposed' | 'changesAsked' | 'approved'
    /** Latest first. */
    readonly answers: readonly {
      readonly at: string
      readonly outcome: 'approved' | 'changesAsked'
      readonly reason: string
      readonly by: string | null
    }[]
  }
  readonly rounds: readonly ReviewRound[]
  /** Whose turn it has been from when on, in order; empty before the first round. */
  readonly turns: readonly { readonly to: 'members' | 'editors'; readonly at: string }[]
  /** The version that came of it. */
  readonly published: string | null
}

/** A text as it was submitted. It never changes. */
export type StoredRevision = {
  readonly id: string
  readonly reviewId: string
  readonly number: number
  readonly at: string
  readonly digest: string
  /** The profile as canonical JSON. */
  readonly document: string
}

/** A place at a panel. It stays when the person has been erased, with all that was said from it. */
export type StoredMember = Pick<
  PanelMember,
  'id' | 'organisation' | 'perspective' | 'part' | 'substituteFor' | 'standsInFor' | 'recusals' | 'isNamed'
> & {
  readonly reviewId: string
  /** Null for somebody who has been erased. */
  readonly personId: string | null
  /**
   * What whoever proposed them called them, until the panel is opened. Only then is the name told that stands in the
   * register: else an address would be enough to read whose it is, and that somebody is known at all.
   */
  readonly proposedAs: string | null
}

/** A position on words: each member has one at most on the same words of the same thing, the one they took last. */
export type StoredPosition = {
  readonly reviewId: string
  readonly memberId: string
  readonly scope: 'part' | 'item'
  readonly itemId: string
  readonly hash: string
  /** Grows with each act in the review. */
  readonly seq: number
  readonly actId: string
  readonly position: PositionKind | null
  readonly reason: string
  readonly at: string
  readonly round: number
  /** Entered in the room, by those who run the panel. */
  readonly byCoordinator: boolean
}

/** A change of the text under review. It never changes itself. */
export type StoredAmendment = {
  readonly id: string
  readonly reviewId: string
  readonly number: number
  readonly round: number
  readonly at: string
  readonly by: string | null
  readonly changes: readonly Change[]
  readonly reason: string
  readonly remarkIds: readonly string[]
  readonly claimsEditorial: boolean
  readonly inDraft: boolean
}

export type StoredConfirmation = {
  readonly amendmentId: string
  readonly memberId: string
  readonly confirms: boolean
  readonly at: string
}

export type StoredRemark = {
  readonly id: string
  readonly reviewId: string
  readonly memberId: string
  readonly anchor: RemarkAnchor
  readonly text: string
  readonly proposal: string | null
  readonly at: string
  readonly round: number
  readonly withdrawnAt: string | null
  readonly disposition: {
    readonly outcome: 'accepted' | 'changed' | 'declined'
    readonly reason: string
    readonly byRole: Role
    readonly by: string | null
    readonly at: string
    readonly amendmentId: string | null
    /** It had another before. */
    readonly isChanged: boolean
  } | null
}

export type StoredMeeting = Omit<PanelMeeting, 'attendance'> & {
  readonly reviewId: string
  /** What those summoned were told last that is new. */
  readonly news: readonly ('when' | 'place' | 'video' | 'answerBy' | 'material')[]
}
export type StoredAttendance = PanelMeeting['attendance'][number] & { readonly meetingId: string }

/** What the panel rules of a reworded demand: of these words against those. */
export type StoredEquivalence = {
  readonly reviewId: string
  readonly itemId: string
  readonly formerHash: string
  readonly hash: string
  readonly equivalent: boolean
  readonly reason: string
  readonly at: string
}

export type StoredRating = Rating & {
  readonly reviewId: string
  readonly memberId: string
  readonly round: number
}

/** A decision is stored once and never changes; that it was recalled stands beside it. */
export type StoredDecision = PanelDecision & { readonly reviewId: string }

export interface ReviewReader {
  find(id: string): Promise<StoredReview | undefined>
  /** Those of a profile, latest first. */
  list(profileId: string): Promise<StoredReview[]>
  /** Those that somebody has a place in, latest first. */
  ofPerson(personId: string): Promise<StoredReview[]>
  /** Every review there is, latest first. */
  all(): Promise<StoredReview[]>
  findMeeting(meetingId: string): Promise<StoredMeeting | undefined>
  /** In the order of their numbers. */
  revisions(reviewId: string): Promise<StoredRevision[]>
  members(reviewId: string): Promise<StoredMember[]>
  /** In the order in which they were taken; of these members only, where they are named. */
  positions(reviewId: string, memberIds?: readonly string[]): Promise<StoredPosition[]>
  /** The `seq` of the last one that was taken; 0 before the first. */
  lastPosition(reviewId: string): Promise<number>
  /** In the order of their numbers. */
  amendments(reviewId: string): Promise<StoredAmendment[]>
  confirmations(reviewId: string): Promise<StoredConfirmation[]>
  /** In the order in which they were made. */
  remarks(reviewId: string): Promise<StoredRemark[]>
  /** By time. */
  meetings(reviewId: string): Promise<StoredMeeting[]>
  attendance(reviewId: string): Promise<StoredAttendance[]>
  equivalences(reviewId: string): Promise<StoredEquivalence[]>
  ratings(reviewId: string): Promise<StoredRating[]>
  /** Latest first. */
  decisions(reviewId: string): Promise<StoredDecision[]>
  /** Whether an act has been carried out: the same one twice does no more than once. */
  hasDone(reviewId: string, actId: string): Promise<boolean>
}

export interface ReviewWriter extends ReviewReader {
  /** The review, held for this transaction: what others do in it waits until it ends. */
  hold(id: string): Promise<StoredReview | undefined>
  insert(review: StoredReview): Promise<void>
  save(review: StoredReview): Promise<void>
  insertRevision(revision: StoredRevision): Promise<void>
  /** Whose a place is stays as it was. */
  saveMember(member: StoredMember): Promise<void>
  removeMember(memberId: string): Promise<void>
  /** Keeps positions, each in place of the one that the member had on the same words; of two at once, the later. */
  keepPositions(positions: readonly StoredPosition[]): Promise<void>
  insertAmendment(amendment: StoredAmendment): Promise<void>
  saveConfirmation(confirmation: StoredConfirmation & { readonly reviewId: string }): Promise<void>
  saveRemark(remark: StoredRemark): Promise<void>
  saveMeeting(meeting: StoredMeeting): Promise<void>
  saveAttendance(attendance: StoredAttendance & { readonly reviewId: string }): Promise<void>
  saveEquivalence(ruling: StoredEquivalence): Promise<void>
  saveRating(rating: StoredRating): Promise<void>
  insertDecision(decision: StoredDecision): Promise<void>
  recallDecision(reviewId: string, decisionId: string, at: string): Promise<void>
  /** Notes that an act has been carried out. */
  noteAct(reviewId: string, actId: string, at: string): Promise<void>
}

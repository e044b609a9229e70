import type { ReviewAct } from '../../server/domain/review/acts.ts'
import { VOTING_RULES } from '../../server/domain/review/voting-rules.ts'
import { id } from './build-profile.ts'
import { DECISION, emailOf, type KnownPanel, type PanelStage } from './panels-in-world.ts'
import type { Sample } from './requests-by-route.ts'

/** One request to a route of a review: by which row of the review's own table it is allowed, and where it does its work. */
export type PanelSample = {
  readonly act: ReviewAct
  readonly at: PanelStage
  /** That somebody needs a place of their own, whatever else they may do. */
  readonly needsPlace?: boolean
  /** Asked for nowhere else: what is laid out on paper takes time. */
  readonly onlyThere?: boolean
  readonly ask?: (panel: KnownPanel) => Sample
}

const body = (sent: unknown) => (): Sample => ({ body: sent })
const LATER = {
  startsAt: '2026-05-01T07:00:00.000Z',
  endsAt: '2026-05-01T10:00:00.000Z',
  place: 'Malmö',
  video: 'https://video.example/panel',
  material: 'Läs modul 1.',
  answerBy: '2026-04-20',
}
const ACTS = { amend: id('a amend'), enter: id('a enter'), rate: id('a rate'), take: id('a take') }
const meeting =
  (sent?: unknown) =>
  ({ meetingId }: KnownPanel): Sample => ({
    params: { meetingId },
    ...(sent !== undefined && { body: sent }),
  })

/** By the route's id. A route of a review that has none here fails the walk. */
export const PANEL_SAMPLES: Readonly<Record<string, PanelSample>> = {
  readReview: { act: 'readText', at: 'open' },
  readReviewText: { act: 'readText', at: 'open' },
  listenToReview: { act: 'readText', at: 'open' },
  listRemarks: { act: 'readText', at: 'open' },
  readMeetingCalendar: { act: 'readText', at: 'open', ask: meeting() },
  printHandOut: { act: 'readText', at: 'open', onlyThere: true },
  printPanelMinutes: { act: 'printMinutes', at: 'approved', onlyThere: true },
  readTally: { act: 'readTally', at: 'open' },
  composePanel: {
    act: 'compose',
    at: 'preparing',
    ask: ({ seats }) => ({
      body: {
        members: [
          {
            id: seats.member,
            name: 'Ny Medlem',
            email: emailOf('member'),
            organisation: 'Kommunen',
            perspective: 'employee',
            part: 'member',
            substituteFor: null,
          },
          {
            name: 'Ny Person',
            email: 'ny.person@exempel.se',
            organisation: 'Facket',
            perspective: 'employee',
            part: 'substitute',
            substituteFor: 0,
          },
        ],
      },
    }),
  },
  setVotingRule: { act: 'compose', at: 'preparing', ask: body({ rule: VOTING_RULES.consent }) },
  proposeComposition: { act: 'compose', at: 'preparing' },
  withdrawSubmission: { act: 'withdraw', at: 'preparing' },
  answerComposition: {
    act: 'answerComposition',
    at: 'proposed',
    ask: body({ outcome: 'changesAsked', reason: 'Fler arbetstagare.' }),
  },
  openRound: {
    act: 'open',
    at: 'ready',
    ask: body({ kind: 'quiet', answerBy: '2026-03-20', text: 'panel', tellMembers: true }),
  },
  revealRound: { act: 'handOver', at: 'open' },
  handOver: { act: 'handOver', at: 'open', ask: body({ to: 'editors' }) },
  recuseMember: {
    act: 'recuse',
    at: 'open',
    ask: ({ seats, part }) => ({
      params: { memberId: seats.member },
      body: { partId: part.id, reason: 'Har skrivit modulen.' },
    }),
  },
  liftRecusal: {
    act: 'recuse',
    at: 'open',
    ask: ({ seats, recusalId }) => ({ params: { memberId: seats.recused, recusalId } }),
  },
  standIn: {
    act: 'standIn',
    at: 'open',
    ask: ({ seats }) => ({
      params: { memberId: seats.member },
      body: { substituteId: seats.substitute },
    }),
  },
  readDesk: { act: 'readText', at: 'open', needsPlace: true },
  consentToName: { act: 'consentToName', at: 'open', ask: body({ isNamed: true }) },
  takePosition: {
    act: 'takePosition',
    at: 'open',
    ask: ({ criterion: { id: itemId, hash } }) => ({
      body: {
        id: ACTS.take,
        position: { scope: 'item', itemId, hash, position: 'disagree', reason: 'Otydligt.', replaces: null },
      },
    }),
  },
  rateParts: {
    act: 'takePosition',
    at: 'open',
    ask: ({ part }) => ({
      body: { id: ACTS.rate, ratings: [{ partId: part.id, importance: 4, clarity: 2 }] },
    }),
  },
  enterPositions: {
    act: 'enterPositions',
    at: 'open',
    ask: ({ seats, part: { id: itemId, hash } }) => ({
      body: {
        id: ACTS.enter,
        entries: [{ memberId: seats.member, scope: 'part', itemId, hash, position: 'abstain', reason: '' }],
      },
    }),
  },
  makeRemark: {
    act: 'remark',
    at: 'open',
    ask: ({ criterion: { id: itemId, hash } }) => ({
      body: {
        id: id('a remark'),
        anchor: { scope: 'item', itemId, hash, quote: 'vad' },
        text: 'Säg vad.',
        proposal: 'Berättar om lyftet.',
      },
    }),
  },
  withdrawRemark: { act: 'remark', at: 'open', ask: ({ remarkId }) => ({ params: { remarkId } }) },
  settleRemark: {
    act: 'settle',
    at: 'open',
    ask: ({ remarkId, amendmentId }) => ({
      params: { remarkId },
      body: { outcome: 'changed', reason: 'Det står klarare nu.', amendmentId },
    }),
  },
  amendText: {
    act: 'amend',
    at: 'open',
    ask: ({ criterion: { id: itemId, hash }, remarkId }) => ({
      body: {
        id: ACTS.amend,
        change: { act: 'reword', itemId, hash, to: 'Berättar om lyftet.' },
        reason: 'Panelen bad om det.',
        remarkIds: [remarkId],
        claimsEditorial: false,
      },
    }),
  },
  confirmEditorial: {
    act: 'confirmEditorial',
    at: 'open',
    ask: ({ amendmentId }) => ({ params: { amendmentId }, body: { id: id('a confirm'), confirms: true } }),
  },
  ruleEquivalence: {
    act: 'ruleEquivalence',
    at: 'open',
    ask: ({ criterion: { id: itemId, hash, formerHash } }) => ({
      body: { itemId, formerHash, hash, equivalent: false, reason: 'Nu krävs mer.' },
    }),
  },
  planMeeting: { act: 'summon', at: 'open', ask: body(LATER) },
  changeMeeting: { act: 'summon', at: 'open', ask: meeting(LATER) },
  summonPanel: { act: 'summon', at: 'open', ask: meeting() },
  cancelMeeting: { act: 'summon', at: 'open', ask: meeting() },
  remindOfMeeting: { act: 'summon', at: 'open', ask: meeting() },
  answerSummons: { act: 'answerSummons', at: 'open', ask: meeting({ answer: 'remotely' }) },
  notePresence: {
    act: 'conductMeeting',
    at: 'open',
    ask: ({ meetingId, seats }) => ({
      params: { meetingId },
      body: { present: [seats.member], absent: [seats.observer] },
    }),
  },
  conductMeeting: {
    act: 'conductMeeting',
    at: 'open',
    ask: ({ meetingId, seats, part }) => ({
      params: { meetingId },
      body: { onTable: { partId: part.id, itemId: null }, minutes: 5, speakers: [seats.member] },
    }),
  },
  remindMembers: { act: 'handOver', at: 'open' },
  readClosing: { act: 'close', at: 'agreed' },
  closeReview: {
    act: 'close',
    at: 'agreed',
    ask: ({ state }) => ({ body: { state: state || '0'.repeat(64), outcome: 'approved', ...DECISION } }),
  },
  recallDecision: { act: 'recall', at: 'approved' },
  publishReview: {
    act: 'publish',
    at: 'approved',
    ask: body({ version: '2.0.0', versionReason: 'Ny text.' }),
  },
}

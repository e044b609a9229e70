import type { ComposePanel, ReviewStatus, Role, Scope, VotingRule } from '../../schemas/types.ts'
import { EVERYTHING, type Grant } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM, type Asker, type Deps } from '../../server/usecases/deps.ts'
import { handProfile } from '../../server/usecases/people/keep-organisations.ts'
import { amendText } from '../../server/usecases/review/amend-text.ts'
import { recuseMember, standIn } from '../../server/usecases/review/change-seats.ts'
import { closeReview, readClosing } from '../../server/usecases/review/close-review.ts'
import {
  answerComposition,
  composePanel,
  proposeComposition,
  setRule,
} from '../../server/usecases/review/compose-panel.ts'
import { readText } from '../../server/usecases/review/describe-text.ts'
import { makeRemark } from '../../server/usecases/review/make-remark.ts'
import { openRound } from '../../server/usecases/review/open-round.ts'
import { planMeeting, summon } from '../../server/usecases/review/plan-meeting.ts'
import { ruleEquivalence } from '../../server/usecases/review/rule-equivalence.ts'
import { submitDraft } from '../../server/usecases/review/submit-draft.ts'
import { enterPositions } from '../../server/usecases/review/take-position.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from './build-profile.ts'
import { draft, publish } from './published.ts'

/** How far a panel has come. In `agreed` everything stands ready to be closed, in `approved` it has been. */
export const PANEL_STAGES = ['preparing', 'proposed', 'ready', 'open', 'agreed', 'approved'] as const
export type PanelStage = (typeof PANEL_STAGES)[number]

/** A review whose every kind of thing has a known id. */
export type KnownPanel = {
  readonly stage: PanelStage
  readonly status: ReviewStatus
  /** Whether those with a place know of it yet. */
  readonly isKnownToMembers: boolean
  readonly profileId: string
  readonly slug: string
  readonly reviewId: string
  readonly seats: Readonly<Record<Seated, string>>
  readonly recusalId: string
  readonly meetingId: string
  readonly part: { readonly id: string; readonly hash: string }
  readonly criterion: { readonly id: string; readonly hash: string; readonly formerHash: string }
  /** A remark that nobody has answered, by `member`, and an amendment that is said to be editorial: where it is open. */
  readonly remarkId: string
  readonly amendmentId: string
  /** What closing rests on; where it can be closed. */
  readonly state: string
}

/** Those who have a place, and what it lets them do. */
export const SEATED = {
  member: { name: 'a member of the panel', part: 'member', isEntitled: true },
  replaced: { name: 'a member for whom somebody stands in', part: 'member', isEntitled: false },
  standIn: { name: 'a substitute who stands in', part: 'substitute', isEntitled: true },
  substitute: { name: 'a substitute of the panel', part: 'substitute', isEntitled: false },
  observer: { name: 'an observer at the panel', part: 'observer', isEntitled: false },
  recused: { name: 'a member recused from everything', part: 'member', isEntitled: false },
  editor: { name: 'an editor of the profile with a place at its panel', part: 'member', isEntitled: true },
} as const
export type Seated = keyof typeof SEATED
const ORDER = Object.keys(SEATED) as Seated[]

export const PANEL_MODULE = id('p module')
export const PANEL_CRITERION = id('p crit')
const FORMER_WORDS = 'Berättar först vad som ska hända.'

/** Carried by whoever agrees first, so that a panel is at its end in a few acts. */
const LENIENT: VotingRule = {
  name: 'own',
  quorum: { inAll: { numerator: 1, denominator: 100 }, perPerspective: 0 },
  majority: { inAll: { numerator: 1, denominator: 100 }, perPerspective: null },
  blocking: { who: 'nobody', perspectives: [] },
  abstention: 'aside',
  visibility: 'open',
}

/** Panels on a profile each, one at every stage, with the same people at each of them. */
export async function buildPanels(
  deps: Deps,
  organisationId: string,
  people: Readonly<Record<Seated, string>>,
): Promise<KnownPanel[]> {
  const panels: KnownPanel[] = []
  for (const stage of PANEL_STAGES) panels.push(await buildPanel(deps, stage, organisationId, people))
  return panels
}

export function emailOf(who: string): string {
  return `${who.toLowerCase()}@panelen.exempel.se`
}

/** What those who have a place have been granted by it, and the editor beside it. */
export function grantsOf(who: Seated, panels: readonly KnownPanel[]): Grant[] {
  const roles: Role[] = who === 'editor' ? ['panelMember', 'editor'] : ['panelMember']
  const scopes = panels.map(({ profileId }): Scope => ({ kind: 'profile', id: profileId }))
  return roles.flatMap((role) => scopes.map((scope) => ({ role, scope })))
}

async function buildPanel(
  deps: Deps,
  stage: PanelStage,
  organisationId: string,
  people: Readonly<Record<Seated, string>>,
): Promise<KnownPanel> {
  const has = (reached: PanelStage) => PANEL_STAGES.indexOf(stage) >= PANEL_STAGES.indexOf(reached)
  const [slug, profileId] = [`panel-${stage}`, id(`p ${stage.slice(0, 7)}`)]
  await publish(deps, profileOf(slug, profileId, FORMER_WORDS))
  await draft(deps, profileOf(slug, profileId, 'Berättar vad som ska hända.'))
  await handProfile(deps, THE_PROGRAM, { slug, organisationId })
  const revision = (await deps.storage.read(({ drafts }) => drafts.revision(profileId))) ?? 0
  const lead = somebody('administrator', id('leader'))
  const { id: reviewId } = await submitDraft(deps, lead, { slug, revision })
  const members: ComposePanel['members'] = ORDER.map((who) => ({
    name: SEATED[who].name,
    email: emailOf(who),
    organisation: `Organisationen ${who}`,
    perspective: 'employer',
    part: SEATED[who].part,
    substituteFor: who === 'standIn' ? ORDER.indexOf('replaced') : null,
  }))
  await composePanel(deps, lead, { reviewId, members })
  await setRule(deps, lead, { reviewId, rule: LENIENT })
  const stored = await deps.storage.read(({ reviews }) => reviews.members(reviewId))
  const seats = Object.fromEntries(
    ORDER.map((who) => [who, stored.find(({ personId }) => personId === people[who])?.id ?? '']),
  ) as Record<Seated, string>
  await standIn(deps, lead, { reviewId, memberId: seats.replaced, substituteId: seats.standIn })
  await recuseMember(deps, lead, { reviewId, memberId: seats.recused, partId: null, reason: 'Part i målet.' })
  const review = await planMeeting(deps, lead, { reviewId, ...PLAN })
  if (has('proposed')) await proposeComposition(deps, lead, reviewId)
  if (has('ready')) {
    const steering = somebody('steeringGroup', id('steering'))
    await answerComposition(deps, steering, { reviewId, outcome: 'approved', reason: '' })
    await summon(deps, lead, { reviewId, meetingId: review.meetings[0]?.id ?? '' })
  }
  if (has('open')) {
    const round = { kind: 'ordinary', answerBy: null, text: 'panel', tellMembers: false } as const
    await openRound(deps, lead, { reviewId, ...round })
  }
  const { parts, rewordings } = await readText(deps, lead, reviewId)
  const items = parts.flatMap((part) => part.items)
  const part = parts.find((each) => each.id === PANEL_MODULE)
  const criterion = items.find((item) => item.id === PANEL_CRITERION)
  if (!part || !criterion) throw new Error('the text of the panel is another')
  const formerHash = rewordings.find(({ itemId }) => itemId === PANEL_CRITERION)?.formerHash ?? ''
  const recusal = review.composition.members.find(({ id: memberId }) => memberId === seats.recused)
  const known = {
    stage,
    profileId,
    slug,
    reviewId,
    seats,
    recusalId: recusal?.recusals[0]?.id ?? '',
    meetingId: review.meetings[0]?.id ?? '',
    part: { id: part.id, hash: part.hash },
    criterion: { id: criterion.id, hash: criterion.hash, formerHash },
    remarkId: deps.newId(),
    amendmentId: deps.newId(),
    isKnownToMembers: has('ready'),
  }
  if (stage === 'open') await workAt(deps, lead, known, people.member)
  const state = has('agreed') ? await agreeAt(deps, lead, known) : ''
  if (has('approved')) {
    await closeReview(deps, lead, { reviewId, state, outcome: 'approvedEditorial', ...DECISION })
  }
  const status = await deps.storage.read(async ({ reviews }) => (await reviews.find(reviewId))?.status)
  return { ...known, state, status: status ?? 'preparing' }
}

const PLAN = {
  startsAt: '2026-04-01T07:00:00.000Z',
  endsAt: '2026-04-01T10:00:00.000Z',
  place: 'Stockholm',
  video: '',
  material: '',
  answerBy: null,
}
export const DECISION = {
  decidedOn: '2026-03-01',
  decidedBy: 'Kvalitetssäkrande panelen',
  grounds: 'Alla perspektiv står bakom profilen.',
}

type Known = Omit<KnownPanel, 'state' | 'status'>

async function workAt(deps: Deps, lead: Asker, known: Known, memberPersonId: string): Promise<void> {
  const { reviewId, remarkId, amendmentId, criterion, profileId } = known
  const member: Asker = {
    ...THE_PROGRAM,
    personId: memberPersonId,
    viewer: { grants: [{ role: 'panelMember', scope: { kind: 'profile', id: profileId } }] },
  }
  await makeRemark(deps, member, {
    reviewId,
    id: remarkId,
    anchor: { scope: 'item', itemId: criterion.id, hash: criterion.hash, quote: '' },
    text: 'Vad är det som ska hända?',
    proposal: null,
  })
  const { parts } = await readText(deps, lead, reviewId)
  const outcome = parts.flatMap(({ items }) => items).find(({ kind }) => kind === 'outcome')
  await amendText(deps, lead, {
    reviewId,
    id: amendmentId,
    change: { act: 'reword', itemId: outcome?.id ?? '', hash: outcome?.hash ?? '', to: 'förflytta personer' },
    reason: 'Stavningen.',
    remarkIds: [],
    claimsEditorial: true,
  })
}

/** What closing it would rest on, when everything in it is carried and ruled on. */
async function agreeAt(deps: Deps, lead: Asker, { reviewId, seats, criterion }: Known): Promise<string> {
  const { parts } = await readText(deps, lead, reviewId)
  await enterPositions(deps, lead, {
    reviewId,
    id: deps.newId(),
    entries: parts.map(({ id: itemId, hash }) => ({
      memberId: seats.member,
      scope: 'part',
      itemId,
      hash,
      position: 'agree',
      reason: '',
    })),
  })
  const { id: itemId, hash, formerHash } = criterion
  await ruleEquivalence(deps, lead, {
    reviewId,
    itemId,
    hash,
    formerHash,
    equivalent: true,
    reason: 'Samma.',
  })
  return (await readClosing(deps, lead, reviewId)).state
}

function profileOf(slug: string, profileId: string, words: string) {
  const criterion = buildCriterion({ id: PANEL_CRITERION, text: words })
  return buildProfile({
    id: profileId,
    slug,
    title: slug,
    modules: [
      buildLink({
        id: PANEL_MODULE,
        outcomes: [buildOutcome({ id: id('p outcome'), criteria: [criterion] })],
      }),
    ],
  })
}

function somebody(role: Role, personId: string): Asker {
  return { ...THE_PROGRAM, personId, viewer: { grants: [{ role, scope: EVERYTHING }] } }
}

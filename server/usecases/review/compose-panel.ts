import type { AnswerComposition, ComposePanel, Review, VotingRule } from '../../../schemas/types.ts'
import { rightlyNamed, ruleFaults } from '../../domain/review/voting-rules.ts'
import { fitsFor, mayStandInFor, perspectivesOf } from '../../domain/review/seats.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredMember } from '../../storage/review-port.ts'
import type { Person } from '../../storage/people-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { logEvent } from '../log-event.ts'
import { giveRole } from '../people/give-and-take-roles.ts'
import { describeReview } from './describe-review.ts'
import { actInReview, logAct, type Case } from './find-review.ts'
import { mailTo, peopleWho } from './tell-people.ts'

type Proposed = ComposePanel['members'][number]

/**
 * Says who the panel is made of. Somebody whose address nobody knows is registered; each is given the role of a panel
 * member for the profile. What the steering group has said held for another panel. Throws composition-unsound.
 */
export async function composePanel(
  deps: Deps,
  asker: Asker,
  { reviewId, members }: ComposePanel & { reviewId: string },
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'compose' },
    async (stores, held) => {
      await requireSound(stores, members)
      const people: Person[] = []
      for (const member of members) people.push(await personFor(deps, stores, asker, member))
      if (new Set(people.map(({ id }) => id)).size < people.length)
        throw new ProblemError('composition-unsound')
      const ids = members.map((member, index) => seatFor(held, member, people[index])?.id ?? deps.newId())
      const seats = members.map(({ part, perspective }, index) => ({
        id: ids[index] ?? '',
        part,
        perspective,
      }))
      const kept = new Set(ids)
      for (const gone of held.members.filter(({ id }) => !kept.has(id)))
        await leave(deps, stores, asker, held, gone)
      for (const [index, member] of members.entries()) {
        const [id, person] = [ids[index], people[index]]
        if (id === undefined || !person) continue
        const former = held.members.find((each) => each.id === id)
        const standsInFor = former?.standsInFor ?? null
        const substituteFor = member.substituteFor === null ? null : (ids[member.substituteFor] ?? null)
        const replaced = seats.find((seat) => seat.id === standsInFor)
        const goesOn = mayStandInFor({ ...member, substituteFor, standsInFor }, replaced)
        await stores.reviews.saveMember({
          recusals: [],
          isNamed: false,
          ...former,
          standsInFor: goesOn ? standsInFor : null,
          id,
          reviewId,
          personId: person.id,
          proposedAs: member.name,
          organisation: member.organisation,
          perspective: member.perspective,
          part: member.part,
          substituteFor,
        })
        const scope = { kind: 'profile', id: held.profile.id } as const
        await giveRole(deps, stores, asker, { personId: person.id, role: 'panelMember', scope })
      }
      const composition = { ...held.review.composition, status: 'drafted' } as const
      await stores.reviews.save({ ...held.review, composition })
      await logAct(deps, stores, asker, held, 'composed')
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Says by which rule the panel decides. Throws rule-unsound. */
export async function setRule(
  deps: Deps,
  asker: Asker,
  { reviewId, rule }: { reviewId: string; rule: VotingRule },
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'compose' },
    async (stores, held) => {
      const faults = ruleFaults(rule, perspectivesOf(held.members, []))
      if (faults.length > 0) throw new ProblemError('rule-unsound', { faults })
      // A rule belongs to what the steering group says yes to: nobody approves one that they have not seen.
      const composition = { ...held.review.composition, status: 'drafted' } as const
      await stores.reviews.save({ ...held.review, rule: rightlyNamed(rule), composition })
      await logAct(deps, stores, asker, held, 'rule-set')
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Lays the composition before the steering group, who are told by mail. */
export async function proposeComposition(deps: Deps, asker: Asker, reviewId: string): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'compose' },
    async (stores, held) => {
      if (held.members.length === 0) throw new ProblemError('composition-unsound')
      const composition = { ...held.review.composition, status: 'proposed' } as const
      await stores.reviews.save({ ...held.review, composition })
      await logAct(deps, stores, asker, held, 'composition-proposed')
      const steering = await peopleWho(stores, 'approvePanel', held.profile)
      await mailTo(deps, stores, asker, steering, 'composition-proposed', reviewId)
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** The steering group approves, or asks for changes with its reason; it is on record. Throws reason-missing, review-stage. */
export async function answerComposition(
  deps: Deps,
  asker: Asker,
  { reviewId, outcome, reason }: AnswerComposition & { reviewId: string },
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'answerComposition' },
    async (stores, held) => {
      const { composition } = held.review
      if (composition.status !== 'proposed') throw new ProblemError('review-stage')
      if (outcome === 'changesAsked' && reason.trim() === '') throw new ProblemError('reason-missing')
      const at = deps.now().toISOString()
      const answers = [{ at, outcome, reason, by: asker.personId }, ...composition.answers]
      await stores.reviews.save({ ...held.review, composition: { status: outcome, answers } })
      const act = outcome === 'approved' ? 'composition-approved' : 'composition-sent-back'
      await logAct(deps, stores, asker, held, act)
      const coordinators = await peopleWho(stores, 'leadPanel', held.profile)
      await mailTo(deps, stores, asker, coordinators, 'composition-answered', reviewId)
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

async function requireSound(stores: Writers, members: readonly Proposed[]): Promise<void> {
  const known = new Set((await readSettings(stores)).perspectives.map(({ id }) => id))
  const isSound = members.every(({ perspective, part, substituteFor }) => {
    if (!known.has(perspective)) return false
    return substituteFor === null || fitsFor({ part, perspective }, members[substituteFor])
  })
  if (!isSound) throw new ProblemError('composition-unsound')
}

/** Whoever has that address, or somebody new. A name that people have chosen themselves is theirs. */
async function personFor(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  { name, email: written }: Proposed,
): Promise<Person> {
  const email = written.toLowerCase()
  const known = await stores.people.findByEmail(email)
  if (known) return known
  const id = deps.newId()
  const createdAt = deps.now().toISOString()
  await stores.people.insert({ id, name, email, organisationId: null, locale: 'sv', createdAt })
  await logEvent(deps, stores, asker.personId, { kind: 'person-invited', forPerson: id })
  const registered = await stores.people.find(id)
  if (!registered) throw new Error('somebody who was just registered is gone')
  return registered
}

function seatFor({ members }: Case, { id }: Proposed, person: Person | undefined): StoredMember | undefined {
  return members.find((member) => member.personId === person?.id && (id === undefined || member.id === id))
}

async function leave(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  { profile }: Case,
  { id, personId }: StoredMember,
): Promise<void> {
  await stores.reviews.removeMember(id)
  if (personId === null) return
  stores.afterCommit(() => deps.letGo({ personId }))
  const grant = (await stores.people.grants(personId)).find(
    ({ role, scope }) => role === 'panelMember' && scope.kind === 'profile' && scope.id === profile.id,
  )
  if (!grant) return
  await stores.people.removeGrant(grant.id)
  const { role, scope } = grant
  await logEvent(deps, stores, asker.personId, { kind: 'role-withdrawn', forPerson: personId, role, scope })
}

import type {
  AmendText,
  ConfirmEditorial,
  MemberDesk,
  OccupationalProfile,
  ReviewText,
} from '../../../schemas/types.ts'
import { canBeSpelling, commandFor, mayAmend, type Amending } from '../../domain/review/amend.ts'
import type { PanelText } from '../../domain/review/panel-text.ts'
import { editDraft } from '../../domain/profile/edit-draft.ts'
import { findItem } from '../../domain/profile/items.ts'
import { sameValue } from '../../domain/profile/same-value.ts'
import { faultsOf } from '../../contract.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { StoredAmendment } from '../../storage/review-port.ts'
import type { Writers } from '../../storage/storage.ts'
import { authorOf, type Asker, type Deps } from '../deps.ts'
import { describeDesk } from './describe-desk.ts'
import { describeText } from './describe-text.ts'
import { actInReview, findReview, logAct, type Case } from './find-review.ts'
import { loadText } from './load-panel.ts'
import { findRemark } from './read-remarks.ts'
import { settle } from './settle-remark.ts'

/**
 * Amends the text under review. The draft gets the same change where it still has the same words; else it keeps what its
 * editors have written. The remarks that it answers are settled with it. Throws wording-changed, item-not-found,
 * module-linked, not-editorial after a decision that left room for spelling only, remark-not-found, request-invalid for
 * something added or taken away that is said to be spelling.
 */
export async function amendText(
  deps: Deps,
  asker: Asker,
  { reviewId, id, change, reason, remarkIds, claimsEditorial }: AmendText & { reviewId: string },
): Promise<ReviewText> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'amend', actId: id },
    async (stores, held) => {
      const decision = (await stores.reviews.decisions(reviewId)).find(
        ({ recalledAt }) => recalledAt === null,
      )
      if (!mayAmend(held.review.status, decision?.outcome, claimsEditorial))
        throw new ProblemError('not-editorial')
      if (claimsEditorial && !canBeSpelling(change)) {
        throw new ProblemError('request-invalid', {}, [
          {
            pointer: '/claimsEditorial',
            code: 'spelling',
            detail: 'only a rewording can be one of spelling',
          },
        ])
      }
      const { text, amendments } = await loadText(stores, held)
      const edited = editDraft(text.profile, command(change, text))
      if (!edited.ok) {
        const { code, ...context } = edited.refusal
        throw new ProblemError(code, context)
      }
      if (edited.changes.length === 0) return
      requireRoom(edited.next)
      const at = deps.now().toISOString()
      const amendment: StoredAmendment = {
        id,
        reviewId,
        number: amendments.length + 1,
        round: (await stores.reviews.revisions(reviewId)).length,
        at,
        by: asker.personId,
        changes: edited.changes,
        reason,
        remarkIds,
        claimsEditorial,
        inDraft: await carryIntoDraft(deps, stores, asker, held, change, text),
      }
      await stores.reviews.insertAmendment(amendment)
      await logAct(deps, stores, asker, held, 'amended', { about: id })
      for (const remarkId of remarkIds) {
        const remark = await findRemark(stores, reviewId, remarkId)
        // Its author may have taken it back meanwhile; and what was answered before a decision stays as it was.
        if (remark.withdrawnAt !== null || (remark.disposition && held.review.status !== 'open')) continue
        const proposed = 'to' in change && remark.proposal === change.to
        const outcome = remark.proposal === null || proposed ? 'accepted' : 'changed'
        await settle(deps, stores, asker, held, remark, { outcome, reason, amendmentId: id })
      }
    },
    async (stores) => describeText(stores, await findReview(stores, asker, reviewId, 'readText')),
  )
}

/** A member says whether an amendment is editorial. Throws amendment-not-found. */
export async function confirmEditorial(
  deps: Deps,
  asker: Asker,
  { reviewId, amendmentId, id, confirms }: ConfirmEditorial & { reviewId: string; amendmentId: string },
): Promise<MemberDesk> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'confirmEditorial', actId: id },
    async (stores, held) => {
      const amendment = (await stores.reviews.amendments(reviewId)).find((each) => each.id === amendmentId)
      if (!amendment?.claimsEditorial || !held.me) throw new ProblemError('amendment-not-found')
      const at = deps.now().toISOString()
      await stores.reviews.saveConfirmation({ reviewId, amendmentId, memberId: held.me.id, confirms, at })
      const act = confirms ? 'editorial-confirmed' : 'editorial-denied'
      await logAct(deps, stores, asker, held, act, { about: amendmentId })
    },
    async (stores) =>
      describeDesk(deps, stores, asker, await findReview(stores, asker, reviewId, 'readText')),
  )
}

/** A title has less room than the words of a demand: what is too long could never be published. */
function requireRoom(profile: OccupationalProfile): void {
  const [fault] = faultsOf('occupational-profile', profile)
  if (fault) throw new ProblemError('request-invalid', {}, [{ ...fault, pointer: '/change/to' }])
}

/** Whether the draft has the change too; where its editors have changed the same words, theirs stay. */
async function carryIntoDraft(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  { profile }: Case,
  change: Amending,
  text: PanelText,
): Promise<boolean> {
  const held = await stores.drafts.hold(profile.id)
  if (!held) return false
  const edited = tryEdit(held.profile, change, text)
  if (!edited?.ok) return false
  if (edited.changes.length === 0) return true
  const at = deps.now().toISOString()
  const revision = await stores.drafts.save(held, edited.next, at)
  await stores.log.append(
    edited.changes.map((event) => ({ at, actor: asker.personId, profileId: profile.id, event })),
  )
  const { slug } = profile
  const by = authorOf(asker)
  stores.afterCommit(() =>
    deps.announce({
      kind: 'draft-edited',
      slug,
      revision,
      changes: [...edited.changes],
      by,
      at,
      because: null,
    }),
  )
  return true
}

function tryEdit(draft: OccupationalProfile, change: Amending, text: PanelText) {
  // What is taken away takes all that is in it along, which its hash does not say.
  if (change.act === 'remove' && !sameValue(itemIn(draft, change), itemIn(text.profile, change)))
    return undefined
  const found = commandFor(draft, change, sha256)
  return found.ok ? editDraft(draft, found.command) : undefined
}

function itemIn(profile: OccupationalProfile, { itemId }: Amending): unknown {
  return findItem(profile, itemId)?.item
}

function command(change: Amending, { profile }: PanelText) {
  const found = commandFor(profile, change, sha256)
  if (found.ok) return found.command
  const { code, ...context } = found.refusal
  throw new ProblemError(code, context)
}

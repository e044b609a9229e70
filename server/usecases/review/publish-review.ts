import type { EditionSummary, PublishReview } from '../../../schemas/types.ts'
import { goTo } from '../../domain/review/acts.ts'
import { mayBePublished } from '../../domain/review/closing.ts'
import type { PanelText } from '../../domain/review/panel-text.ts'
import { ProblemError } from '../../problems.ts'
import { seal, sha256 } from '../../seal.ts'
import type { StoredDecision } from '../../storage/review-port.ts'
import type { StoredEdition, Writers } from '../../storage/storage.ts'
import { authorOf, type Asker, type Deps } from '../deps.ts'
import { sealEdition } from '../publishing/publish-edition.ts'
import { summarize } from '../publishing/summarize-edition.ts'
import { readRewordings } from './describe-text.ts'
import { actInReview, logAct, type Case } from './find-review.ts'
import { countPanel } from './load-panel.ts'

/**
 * Publishes what the panel decided: its text, and not the draft, which may have been written on since. A draft that says
 * the same is done with; one that says more goes on as the draft of the next version. Throws not-agreed when any word of the
 * text is not carried by the decision, and what keeps a text from being frozen.
 */
export async function publishReview(
  deps: Deps,
  asker: Asker,
  { reviewId, ...publication }: PublishReview & { reviewId: string },
): Promise<EditionSummary> {
  let published: StoredEdition | undefined
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'publish' },
    async (stores, held) => {
      const { work, counted } = await countPanel(stores, held)
      const decision = (await stores.reviews.decisions(reviewId)).find(
        ({ recalledAt }) => recalledAt === null,
      )
      if (
        !decision ||
        !isApproval(decision) ||
        !mayBePublished(decision, work.text, counted, work.confirmed, sha256)
      )
        throw new ProblemError('not-agreed')
      published = await sealDecided(deps, asker, stores, held, work.text, decision, publication)
      await settleDraft(deps, asker, stores, held, work.text, published)
      const after = goTo(held.review, 'publish', 'published')
      await stores.reviews.save({ ...after, published: published.version })
      await logAct(deps, stores, asker, held, 'published', { about: decision.id, hash: published.digest })
    },
    () => {
      if (!published) throw new Error('what was published is nowhere')
      return Promise.resolve(summarize(published, 'current'))
    },
  )
}

type Approval = StoredDecision & { readonly outcome: 'approved' | 'approvedEditorial' }

function isApproval(decision: StoredDecision): decision is Approval {
  return decision.outcome === 'approved' || decision.outcome === 'approvedEditorial'
}

async function sealDecided(
  deps: Deps,
  asker: Asker,
  stores: Writers,
  held: Case,
  text: PanelText,
  stored: Approval,
  publication: PublishReview,
): Promise<StoredEdition> {
  const { rulings } = await readRewordings(stores, held, text)
  const { decidedOn, decidedBy, grounds, outcome, round, rule, textDigest, parts, dissents, remarks } = stored
  const decision = { decidedOn, decidedBy, grounds }
  const composition = stored.composition.map(({ memberId: _member, ...seat }) => seat)
  return sealEdition(deps, asker, stores, text.profile, {
    ...publication,
    decision,
    rulings,
    panel: { outcome, round, rule, textDigest, composition, parts, dissents, remarks },
    decidedOnPointer: '/decidedOn',
  })
}

/** Nothing that editors have written meanwhile is lost. */
async function settleDraft(
  deps: Deps,
  asker: Asker,
  stores: Writers,
  { profile }: Case,
  text: PanelText,
  { version }: StoredEdition,
): Promise<void> {
  const held = await stores.drafts.hold(profile.id)
  if (!held) return
  await stores.drafts.remove(profile.id)
  const saysTheSame = seal(held.profile).digest === seal(text.profile).digest
  if (!saysTheSame) {
    const changedAt = deps.now().toISOString()
    await stores.drafts.insert({ profile: held.profile, basedOn: version, changedAt })
  }
  const { slug } = profile
  stores.afterCommit(() => deps.announce({ kind: 'draft-published', slug, version, by: authorOf(asker) }))
}

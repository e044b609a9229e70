import type { Router } from 'express'
import type { AppContext } from '../../context.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import { parseEdition } from '../../usecases/publishing/parse-edition.ts'
import { readEdition } from '../../usecases/publishing/read-edition.ts'
import { readChains } from '../../usecases/review/read-chain.ts'
import { readPublicRecord } from '../../usecases/review/read-panel-record.ts'
import { routerOf } from '../handlers.ts'
import type { Site } from '../page.ts'
import { KEEP_A_WHILE, keyOf } from '../keep.ts'
import { chainPage } from '../pages/chain.ts'
import { panelDecisionPage } from '../pages/panel-decision.ts'
import type { Approval } from '../panel/decision-sections.ts'
import type { Say } from '../say.ts'
import { pageShelf, sendPage } from '../send-page.ts'
import { versionIn, versionsOf } from '../versions-of.ts'

/** Both kinds of page are small, and few are read again and again. */
const ROOM = 4 * 1024 * 1024

/** What stands behind a version: the panel's decision, and the chain of each sentence. */
export function panelRoutes({ deps }: Pick<AppContext, 'deps'>, site: Site, say: Say): Router {
  const shelf = pageShelf(ROOM)

  return routerOf({
    async '/profiler/:slug/:version/beslut'(request, response, { slug = '', version = '' }) {
      const versions = await versionsOf(deps, slug)
      versionIn(versions, slug, version)
      const record = await orNotFound(readPublicRecord(deps, { slug, version }))
      const { decision } = record
      if (!decision || !isApproval(decision)) throw new ProblemError('not-found')
      const path = say.to.panelDecision(slug, version)
      // Names come and go with leave and with the person, so the page depends on all that is on record.
      const key = `${keyOf(site.config, path, versions)} ${sha256(JSON.stringify(record))}`
      const page = await shelf(key, async () => {
        const edition = parseEdition(await readEdition(deps, { slug, version }))
        const { perspectives } = site.config
        return panelDecisionPage(site, { say, perspectives, edition, record, decision })
      })
      sendPage(request, response, page, { cacheControl: KEEP_A_WHILE })
    },

    async '/profiler/:slug/:version/kedja/:itemId'(
      request,
      response,
      { slug = '', version = '', itemId = '' },
    ) {
      const versions = await versionsOf(deps, slug)
      versionIn(versions, slug, version)
      const path = say.to.chain(slug, version, itemId)
      const page = await shelf(keyOf(site.config, path, versions), async () => {
        const { chain, within } = await orNotFound(readChains(deps, { slug, version, itemId }))
        const edition = parseEdition(await readEdition(deps, { slug, version }))
        return chainPage(site, { say, config: site.config, edition, chain, within })
      })
      sendPage(request, response, page, { cacheControl: KEEP_A_WHILE })
    },
  })
}

function isApproval(decision: { readonly outcome: string }): decision is Approval {
  return decision.outcome === 'approved' || decision.outcome === 'approvedEditorial'
}

/** A page that there is not is not there, whatever it would have been about. */
async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    const isMissing =
      error instanceof ProblemError && (error.code === 'review-not-found' || error.code === 'item-not-found')
    throw isMissing ? new ProblemError('not-found') : error
  }
}

import type { Router, Request, Response } from 'express'
import type { Edition, EditionSummary } from '../../../schemas/types.ts'
import type { AppContext } from '../../context.ts'
import { foldParts } from '../../domain/publishing/group-changes.ts'
import { authenticate } from '../../http/authenticate.ts'
import { sha256 } from '../../seal.ts'
import { STRANGER } from '../../usecases/deps.ts'
import { listProfiles } from '../../usecases/profile/list-profiles.ts'
import { compareEditions } from '../../usecases/publishing/compare-editions.ts'
import { parseEdition } from '../../usecases/publishing/parse-edition.ts'
import { readEdition } from '../../usecases/publishing/read-edition.ts'
import { partsFromWorkshops } from '../../usecases/review/read-chain.ts'
import { routerOf } from '../handlers.ts'
import type { Html } from '../html.ts'
import { KEEP_A_WHILE, keyOf } from '../keep.ts'
import type { Site } from '../page.ts'
import { checkPage } from '../pages/check.ts'
import { differencesPage } from '../pages/differences.ts'
import { PAGE, profileListPage } from '../pages/profile-list.ts'
import { profilePage } from '../pages/profile.ts'
import { versionsPage } from '../pages/versions.ts'
import { ALL_OPEN } from '../profile/module.ts'
import type { Say } from '../say.ts'
import { pageShelf, readyPage, sendPage } from '../send-page.ts'
import { versionIn, versionsOf, type Versions } from '../versions-of.ts'

const PROFILES_A_PAGE = 50

/** The list of profiles, their versions, what differs between them, and whether one is the latest. */
export function profileRoutes(context: AppContext, site: Site, say: Say): Router {
  const { deps } = context
  const shelf = pageShelf()

  return routerOf({
    async '/'(request, response) {
      const page = Math.max(1, Math.trunc(Number(request.query[PAGE])) || 1)
      const list = await listProfiles(deps, STRANGER, { limit: PROFILES_A_PAGE, page })
      const { name } = await authenticate(request, context)
      sendPage(request, response, readyPage(profileListPage(site, say, list, name)), {
        cacheControl: 'private, no-cache',
        headers: { vary: 'accept-encoding, cookie' },
      })
    },

    async '/profiler/:slug'(request, response, { slug = '' }) {
      const versions = await versionsOf(deps, slug)
      const path = say.to.profile(slug)
      await sendEdition(request, response, { slug, path, versions, version: versions[0].version }, 'no-cache')
    },

    async '/profiler/:slug/versioner'(request, response, { slug = '' }) {
      const versions = await versionsOf(deps, slug)
      sendPage(request, response, readyPage(versionsPage(site, say, slug, versions)))
    },

    async '/profiler/:slug/:version'(request, response, { slug = '', version = '' }) {
      const versions = await versionsOf(deps, slug)
      const asked = versionIn(versions, slug, version)
      const path = say.to.edition(slug, version)
      await sendEdition(request, response, { slug, path, versions, version: asked.version }, KEEP_A_WHILE)
    },

    async '/profiler/:slug/:version/jamfor/:other'(
      request,
      response,
      { slug = '', version = '', other = '' },
    ) {
      const versions = await versionsOf(deps, slug)
      const later = versionIn(versions, slug, version)
      const former = versionIn(versions, slug, other)
      const [from, to] = [versions.indexOf(former), versions.indexOf(later)]
      if (from === to) return response.redirect(say.to.edition(slug, version))
      if (from < to) return response.redirect(say.to.differences(slug, other, version))
      const steps = versions.slice(to, from + 1)
      const path = say.to.differences(slug, version, other)
      const page = await shelf(keyOf(site.config, path, versions), () =>
        differences(slug, former, later, steps),
      )
      sendPage(request, response, page, { cacheControl: KEEP_A_WHILE })
    },

    async '/v/:slug/:version'(request, response, { slug = '', version = '' }) {
      const versions = await versionsOf(deps, slug)
      const asked = versionIn(versions, slug, version)
      const stored = await readEdition(deps, { slug, version })
      const isWhole = sha256(stored.document) === stored.digest
      const { isExample } = parseEdition(stored).profile
      const successor = versions[versions.indexOf(asked) - 1]
      const check = { slug, asked, latest: versions[0], successor, isWhole, isExample }
      sendPage(request, response, readyPage(checkPage(site, say, check)))
    },
  })

  async function sendEdition(
    request: Request,
    response: Response,
    { slug, path, versions, version }: EditionPage,
    cacheControl: string,
  ): Promise<void> {
    const allOpen = request.query[ALL_OPEN.name] === ALL_OPEN.value
    const page = await shelf(`${keyOf(site.config, path, versions)} ${allOpen}`, async () => {
      const stored = await readEdition(deps, { slug, version })
      const edition = parseEdition(stored)
      const { digest } = stored
      return profilePage(site, path, {
        say,
        config: site.config,
        edition,
        digest,
        hasChain: await chained(edition),
        versions,
        current: versions[0],
        allOpen,
      })
    })
    sendPage(request, response, page, { cacheControl })
  }

  /** Of which parts there is more to tell than that they were decided on: of all, where a panel stands behind them. */
  async function chained(edition: Edition): Promise<(partId: string) => boolean> {
    if (edition.panel) return () => true
    const parts = await partsFromWorkshops(deps, edition)
    return (partId) => parts.has(partId)
  }

  async function differences(
    slug: string,
    former: EditionSummary,
    later: EditionSummary,
    steps: readonly EditionSummary[],
  ): Promise<Html> {
    const read = async ({ version }: EditionSummary): Promise<Edition> =>
      parseEdition(await readEdition(deps, { slug, version }))
    const [before, after] = [await read(former), await read(later)]
    const range = { slug, from: former.version, to: later.version }
    const { changes, unchanged, total } = await compareEditions(deps, STRANGER, range)
    const entries = foldParts(changes)
    const compared = { say, config: site.config, slug, before, after, hasChain: await chained(after) }
    return differencesPage(site, { ...compared, former, later, steps, entries, unchanged, total })
  }
}

/** A version to show, at the one spelling of its address, however it was asked for. */
type EditionPage = {
  readonly slug: string
  readonly path: string
  readonly versions: Versions
  readonly version: string
}

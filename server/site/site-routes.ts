import { Router } from 'express'
import type { AppContext } from '../context.ts'
import { ROUTES } from '../http/v1/routes.ts'
import { LOCALES } from '../i18n/catalogue.ts'
import type { Site } from './page.ts'
import { apiRoutes } from './routes/api.ts'
import { heldDataRoutes } from './routes/held-data.ts'
import { openIdRoutes } from './routes/open-id.ts'
import { panelRoutes } from './routes/panel.ts'
import { profileRoutes } from './routes/profiles.ts'
import { proseRoutes } from './routes/prose.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { sayIn } from './say.ts'

/**
 * The pages that the server makes whole: everything that is published, readable without signing in and without script;
 * the ways in; what is held about people, for them to read. Swedish at plain addresses, the same under `/en` with
 * English around the profiles' own words.
 */
export function siteRoutes(context: AppContext, site: Site): Router {
  const router = Router()
  router.use(apiRoutes(site, ROUTES))
  for (const locale of LOCALES.toReversed()) {
    const say = sayIn(locale)
    const pages = Router({ caseSensitive: true })
    pages.use(profileRoutes(context, site, say), panelRoutes(context, site, say))
    pages.use(openIdRoutes(context, say), signInRoutes(context, site, say))
    pages.use(heldDataRoutes(context, site, say), proseRoutes(site, say))
    router.use(locale === 'sv' ? '/' : `/${locale}`, pages)
  }
  return router
}

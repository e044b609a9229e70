import type { Router } from 'express'
import type { AppContext } from '../../context.ts'
import { authenticate } from '../../http/authenticate.ts'
import { readDataOf, readOwnData } from '../../usecases/people/read-own-data.ts'
import { routerOf } from '../handlers.ts'
import type { Site } from '../page.ts'
import { dataOfPage, ownDataPage } from '../pages/held-data.ts'
import type { Say } from '../say.ts'
import { goOn, sendForOnce } from '../send-for-once.ts'

/** Everything that is held about a person, to be read and printed: for themself, and for those who keep the register. */
export function heldDataRoutes(context: AppContext, site: Site, say: Say): Router {
  const { deps, limits } = context
  return routerOf({
    async '/konto/uppgifter'(request, response) {
      const asker = await authenticate(request, context)
      if (asker.personId === null) return goOn(response, say.to.signIn)
      limits.take('dataPerPerson', asker.personId)
      sendForOnce(request, response, ownDataPage(site, say, await readOwnData(deps, asker)))
    },

    async '/administration/personer/:personId/uppgifter'(request, response, { personId = '' }) {
      const asker = await authenticate(request, context)
      if (asker.personId === null) return goOn(response, say.to.signIn)
      limits.take('dataPerPerson', asker.personId)
      sendForOnce(request, response, dataOfPage(site, say, await readDataOf(deps, asker, { personId })))
    },
  })
}

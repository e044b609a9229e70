import { Router } from 'express'
import type { Installation } from '../installation.ts'
import { ProblemError } from '../problems.ts'

/** The installation's logo, at an address that changes with it. */
export function logoRoute({ setup }: Installation): Router {
  const router = Router({ caseSensitive: true })
  // For the settings, which show what is up now; 204 where nothing is.
  router.get('/logo', (_request, response) => {
    const { logo } = setup()
    response.set('cache-control', 'no-store')
    if (logo === null) response.status(204).end()
    else response.redirect(302, `/logo/${logo.tag}`)
  })
  router.get('/logo/:tag', ({ params }, response) => {
    const { logo } = setup()
    if (logo === null || logo.tag !== params.tag) throw new ProblemError('not-found')
    response.set({ 'content-type': logo.mediaType, 'cache-control': 'public, max-age=31536000, immutable' })
    response.end(logo.bytes)
  })
  return router
}

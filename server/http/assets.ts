import { readFileSync } from 'node:fs'
import path from 'node:path'
import express, { Router } from 'express'
import { repositoryRoot } from '../repository-root.ts'

/** What `npm run build` has put in dist/web. */
const BUILT = path.join(repositoryRoot(), 'dist', 'web')

type Manifest = Record<string, { file: string; assets?: string[]; css?: string[] }>

/** Addresses of the built files that pages refer to; their names change with their content. */
export type Assets = { readonly address: (source: string) => string }

/** Throws when the web has not been built. */
export function readAssets(): Assets {
  const manifest = JSON.parse(readFileSync(path.join(BUILT, 'manifest.json'), 'utf8')) as Manifest
  return {
    address(source) {
      const built = manifest[source]
      if (!built) throw new Error(`${source} has not been built`)
      return `/${built.css?.[0] && source.endsWith('.css') ? built.css[0] : built.file}`
    },
  }
}

/**
 * The addresses of the workshop's one page, as web/router.ts has them: all below /verkstad, and of one's own account
 * and the administration exactly these, for what is held about a person is a page of the server's.
 */
export const WORKSHOP_PAGES =
  /^\/(?:verkstad(?:\/.*)?|konto\/?|administration(?:\/(?:personer|organisationer|installningar|drift|e-post|logg|personer\/[0-9a-f-]+))?\/?)$/u

/** The board of a group, and the way to it: a page of its own, which opens without a network too. */
const BOARD_PAGES = /^\/(?:tavla|med)(?:\/.*)?$/u

/** What the members of a panel see: likewise. */
const PANEL_PAGES = /^\/panel(?:\/.*)?$/u

/** Each page that decides in the browser what to show, with its addresses. */
const PAGES: readonly (readonly [addresses: RegExp, file: string])[] = [
  [WORKSHOP_PAGES, 'index.html'],
  [BOARD_PAGES, 'board.html'],
  [PANEL_PAGES, 'panel.html'],
]

/** The workers that open a page without a network: at the root, as a worker's reach is what lies below its own address. */
const WORKERS = ['tavla-worker.js', 'panel-worker.js']

/**
 * The built files, which never change under their name; the pages, which decide in the browser what to show; and the
 * workers of those pages that open without a network.
 */
export function assetRoutes(): Router {
  const router = Router()
  router.use('/assets', express.static(path.join(BUILT, 'assets'), { immutable: true, maxAge: '1y' }))
  for (const [addresses, file] of [...PAGES, ...WORKERS.map((name) => [`/${name}`, name] as const)]) {
    router.get(addresses, (_request, response) => {
      response.set('cache-control', 'no-cache').sendFile(path.join(BUILT, file))
    })
  }
  return router
}

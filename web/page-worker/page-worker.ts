import { KeptFiles, type KeptPage } from './kept-files.ts'

/** The part of a service worker's world that is used; TypeScript's own library for it cannot stand beside the page's. */
type WorkerScope = {
  readonly caches: CacheStorage
  readonly clients: { readonly claim: () => Promise<void> }
  readonly skipWaiting: () => Promise<void>
  readonly addEventListener: (kind: string, listener: (event: WorkerEvent) => void) => void
}
type WorkerEvent = {
  readonly request: Request
  readonly waitUntil: (work: Promise<unknown>) => void
  readonly respondWith: (response: Promise<Response>) => void
}

/** Filled in by scripts/build-web.mjs, when the names of all files are known. */
declare const KEPT_PAGE: KeptPage

/** Lets a page open without a network, once it has been opened with one. */
const worker = self as unknown as WorkerScope
const kept = new KeptFiles(KEPT_PAGE, {
  origin: location.origin,
  caches: worker.caches,
  fetch: (request) => fetch(request),
  later: (run, ms) => void setTimeout(run, ms),
})

worker.addEventListener('install', (event) => {
  // It may take over at once: pages that are open find the files of their own build still here.
  event.waitUntil(kept.install().then(() => worker.skipWaiting()))
})
worker.addEventListener('activate', (event) => {
  event.waitUntil(kept.tidy().then(() => worker.clients.claim()))
})
worker.addEventListener('fetch', (event) => {
  const response = kept.answer(event.request, (work) => event.waitUntil(work))
  if (response) event.respondWith(response)
})

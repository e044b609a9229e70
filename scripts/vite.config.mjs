import { defineConfig } from 'vite'

/** The worker of the board's page: at the root, for its reach is what lies below its own address; scripts/build-web.mjs tells it its files. */
const WORKER = 'board-worker'

/**
 * What is built, by mode, each with a manifest of its own. The board stands alone: files that it had in common with the
 * editor would be small and many, and participants, on phones in rooms with a bad network, never open the editor.
 * `app` is the editor's bundle, the style sheet of the public pages, which need no script, and the one script that they
 * offer.
 */
const INPUTS = {
  app: ['index.html', 'site/passkey-sign-in.ts', 'styles/site.css', 'generated/marks.svg'],
  board: ['board.html', 'board-worker/board-worker.ts'],
}

export default defineConfig(({ mode }) => ({
  root: fromRoot('web'),
  logLevel: 'warn',
  build: {
    outDir: '../dist/web',
    emptyOutDir: mode === 'app',
    target: 'es2022',
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    manifest: mode === 'app' ? 'manifest.json' : `manifest-${mode}.json`,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: INPUTS[mode].map((file) => fromRoot(`web/${file}`)),
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? 'tavla-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
}))

function fromRoot(file) {
  return new URL(`../${file}`, import.meta.url).pathname
}

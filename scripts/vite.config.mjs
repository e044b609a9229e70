import { defineConfig } from 'vite'

/** The worker of a page that opens without a network: at the root, for its reach is what lies below its own address; scripts/build-web.mjs tells it its page and files. */
const WORKER = 'page-worker'
const CALLED = { board: 'tavla-worker.js', panel: 'panel-worker.js' }

/**
 * What is built, by mode, each with a manifest of its own. The board and the panel's pages stand alone: files that they
 * had in common with the editor would be small and many, and participants in rooms with a bad network, and members of a
 * panel on a train, never open the editor.
 * `app` is the editor's bundle, the style sheet of the public pages, which need no script, and the one script that they
 * offer.
 */
const INPUTS = {
  app: ['index.html', 'site/passkey-sign-in.ts', 'styles/site.css', 'generated/marks.svg'],
  board: ['board.html', 'page-worker/page-worker.ts'],
  panel: ['panel.html', 'page-worker/page-worker.ts'],
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
        // Left to itself, what two pages share becomes many files of a few lines each, which cost more on the way than they save.
        codeSplitting: {
          groups: [
            { name: 'lit', test: /node_modules\/(?:@lit|lit)/u },
            { name: 'profile', test: /server\/domain\/profile\//u },
          ],
        },
        entryFileNames: ({ name }) => (name === WORKER ? CALLED[mode] : 'assets/[name]-[hash].js'),
      },
    },
  },
}))

function fromRoot(file) {
  return new URL(`../${file}`, import.meta.url).pathname
}

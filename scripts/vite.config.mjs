import { defineConfig } from 'vite'

/** Two bundles: the editor's, and the style sheet of the public pages, which need no script. */
export default defineConfig({
  root: new URL('../web', import.meta.url).pathname,
  logLevel: 'warn',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ['web/index.html', 'web/styles/site.css', 'web/generated/marks.svg'].map(fromRoot),
    },
  },
})

function fromRoot(file) {
  return new URL(`../${file}`, import.meta.url).pathname
}

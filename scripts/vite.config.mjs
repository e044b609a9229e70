import { defineConfig } from 'vite'

/** Three bundles: the editor's, the style sheet of the public pages, which need no script, and the one script that they offer. */
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
      input: [
        'web/index.html',
        'web/site/passkey-sign-in.ts',
        'web/styles/site.css',
        'web/generated/marks.svg',
      ].map(fromRoot),
    },
  },
})

function fromRoot(file) {
  return new URL(`../${file}`, import.meta.url).pathname
}

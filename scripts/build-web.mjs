/** Builds what the browser gets: fonts cut down to Swedish, one sprite of marks, and the bundles. Into dist/web. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const generated = path.join(root, 'web', 'generated')
const require = createRequire(import.meta.url)
mkdirSync(generated, { recursive: true })
await cutFonts()
gatherMarks()
execFileSync(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'build', '--config', 'scripts/vite.config.mjs'],
  {
    cwd: root,
    stdio: ['ignore', 2, 2],
  },
)

/**
 * What Swedish is written with, and in files of their own, which browsers fetch when a page needs them, the letters
 * of its neighbours and the rarer signs (the same list as `unicode-range` in tokens.css); other writing falls back to
 * the reader's own fonts. The cut fonts carry no name of their own, and are called PV in the style sheets: their
 * makers have reserved the name Source.
 */
async function cutFonts() {
  const { default: cut } = await import('subset-font')
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
  const usual = `${ascii}\u00E5\u00E4\u00F6\u00C5\u00C4\u00D6éÉèÈàáüÜæÆøØ”’–…·§°½×\u00A0\u00AD`
  const rarer = `ëËÀÁâÂïÏíÍóÓôÔúÚûÛñÑçÇßšŠžŽ«»“‘„—•¼¾−±→←↑↓≤≥€£©®µ¹²³\u2011\u2009\u202F`
  for (const [family, weight, letters, name = ''] of [
    ['source-sans-3', 400, usual],
    ['source-sans-3', 400, rarer, '-rarer'],
    ['source-sans-3', 600, usual + rarer],
    ['source-serif-4', 400, usual],
    ['source-serif-4', 400, rarer, '-rarer'],
  ]) {
    const file = require.resolve(`@fontsource/${family}/files/${family}-latin-${weight}-normal.woff2`)
    const bytes = await cut(readFileSync(file), letters, {
      targetFormat: 'woff2',
      keepFeatures: ['kern', 'tnum'],
      noHinting: true,
    })
    writeFileSync(path.join(generated, `pv-${family.split('-')[1]}-${weight}${name}.woff2`), bytes)
  }
}

/** Marks of our own and the icons that are used, as symbols of one file: `<use href="…#check">`. */
function gatherMarks() {
  const own = path.join(root, 'web', 'marks')
  const marks = readdirSync(own).map((file) =>
    symbol(path.basename(file, '.svg'), readFileSync(path.join(own, file), 'utf8')),
  )
  const icons = JSON.parse(readFileSync(path.join(root, 'web', 'icons.json'), 'utf8')).map((name) =>
    symbol(
      name,
      readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8'),
      'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="square" stroke-linejoin="miter"',
    ),
  )
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${[...marks, ...icons].join('\n')}\n</svg>\n`
  writeFileSync(path.join(generated, 'marks.svg'), sprite)
}

function symbol(name, svg, attributes = 'fill="currentColor"') {
  const inside = svg.replace(/^[\s\S]*?<svg[^>]*>/u, '').replace(/<\/svg>\s*$/u, '')
  return `<symbol id="${name}" viewBox="0 0 24 24" ${attributes}>${inside.trim()}</symbol>`
}

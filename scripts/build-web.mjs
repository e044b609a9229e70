/** Builds what the browser gets: fonts cut down to Swedish, one sprite of marks, and the bundles. Into dist/web. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const generated = path.join(root, 'web', 'generated')
const require = createRequire(import.meta.url)
mkdirSync(generated, { recursive: true })
await cutFonts()
gatherMarks()
// The first empties the folder.
for (const mode of ['app', 'board', 'panel']) bundle(mode)
tellWorkerItsPage('board', '/tavla')
tellWorkerItsPage('panel', '/panel')

function bundle(mode) {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'scripts/vite.config.mjs']
  execFileSync(process.execPath, [...vite, '--mode', mode], { cwd: root, stdio: ['ignore', 2, 2] })
}

/**
 * The worker keeps the files of its page, those that it fetches later too; their names are known only now. As
 * they change with what is in them, a worker whose files are others is another worker to the browser.
 */
function tellWorkerItsPage(name, address) {
  const built = path.join(root, 'dist', 'web')
  const manifest = JSON.parse(readFileSync(path.join(built, `manifest-${name}.json`), 'utf8'))
  const files = new Set()
  const visit = (key) => {
    const { file, css = [], assets = [], imports = [], dynamicImports = [] } = manifest[key]
    if (files.has(file)) return
    for (const each of [file, ...css, ...assets]) files.add(each)
    for (const each of [...imports, ...dynamicImports]) visit(each)
  }
  visit(`${name}.html`)
  for (const file of files) {
    if (!file.endsWith('.css')) continue
    const names = readFileSync(path.join(built, file), 'utf8').matchAll(/assets\/[^)"'?#]+/gu)
    for (const [named] of names) files.add(named)
  }
  const kept = [...files].toSorted((one, other) => (one < other ? -1 : 1)).map((file) => `/${file}`)
  const page = readFileSync(path.join(built, `${name}.html`))
  const build = createHash('sha256').update(page).update(kept.join()).digest('hex').slice(0, 12)
  const worker = path.join(built, `${address}-worker.js`)
  const told = `const KEPT_PAGE=${JSON.stringify({ address, name, build, files: kept })};\n`
  writeFileSync(worker, told + readFileSync(worker, 'utf8'))
}

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

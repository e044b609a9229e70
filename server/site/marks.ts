import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../repository-root.ts'
import { readAssets } from '../http/assets.ts'
import type { Category } from '../domain/profile/number-items.ts'
import type { Setup } from '../installation.ts'
import { html, raw, type Html } from './html.ts'

/**
 * A mark or an icon, always beside its word. Its shape is drawn once on each page that shows it (see `shapesFor`):
 * a few hundred bytes instead of a file of all of them.
 */
export function mark(name: string, className = 'i'): Html {
  return html`<svg class="${className}" width="20" height="20" aria-hidden="true">
    <use href="#i-${name}" />
  </svg>`
}

/** The mark of a kind of outcome; the third kind is K in a gable where the installation calls it competences. */
export function kindMark(category: Category, { thirdCategory }: Pick<Setup, 'thirdCategory'>): Html {
  const names = {
    knowledge: 'knowledge',
    skills: 'skills',
    responsibilityAutonomy: thirdCategory === 'competences' ? 'competences' : 'responsibility-autonomy',
  }
  return mark(names[category], 'i kind')
}

/** The shapes that a page's marks refer to. Throws for a mark that nobody has drawn. */
export function shapesFor(body: Html): Html {
  const used = new Set([...body.text.matchAll(/<use href="#i-([a-z0-9-]+)"/gu)].map(([, name = '']) => name))
  const shapes = [...used].map((name) => {
    const shape = symbols().get(name)
    if (shape === undefined) throw new Error(`there is no mark called ${name}`)
    return shape
  })
  return html`<svg width="0" height="0" class="shapes" aria-hidden="true">${raw(shapes.join(''))}</svg>`
}

let read: ReadonlyMap<string, string> | undefined

/** The symbols of the built sprite, by name. */
function symbols(): ReadonlyMap<string, string> {
  if (read) return read
  const file = path.join(repositoryRoot(), 'dist', 'web', readAssets().address('generated/marks.svg'))
  const sprite = readFileSync(file, 'utf8')
  read = new Map(
    [...sprite.matchAll(/<symbol id="([^"]+)"[^]*?<\/symbol>/gu)].map(([symbol, name = '']) => [
      name,
      symbol.replace('id="', 'id="i-').replaceAll(/\s*\n\s*/gu, ''),
    ]),
  )
  return read
}

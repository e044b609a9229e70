import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { repeat } from 'lit/directives/repeat.js'
import type { CompiledTheme } from '../../schemas/types.ts'
import { plural, t } from '../i18n/compile.ts'
import { addressOf } from '../router.ts'
import { gauge } from '../ui/gauge.ts'
import { icon } from '../ui/icon.ts'
import { compiledRow } from './compiled-row.ts'
import { decidedIn, titleOf, type Compiling } from './compiling.ts'
import { decidedRow } from './decided-row.ts'
import { capital, groupsNamed } from './listed.ts'

/** More marks than that are no longer counted with the eye. */
const MOST_MARKS = 30

/** One theme: what is decided, folded; below it what is open, the groups side by side. */
export function themeView(compiling: Compiling, theme: CompiledTheme, reuse: unknown): TemplateResult {
  const { rows } = theme
  const decided = rows.filter(({ ruling }) => ruling !== null)
  const open = rows.filter(({ ruling }) => ruling === null)
  const numberOf = new Map(rows.map((row, at) => [row, at + 1]))
  return html`${head(compiling, theme)} ${reuse}
  ${rows.length === 0 ? html`<p class="lead">${t('theme.empty')}</p>` : nothing}
  ${
    decided.length > 0
      ? html`<section aria-labelledby="decided">
          <h2 id="decided" class="sr">${t('theme.decided')}</h2>
          <ul class="decided">
            ${repeat(
              decided,
              ({ id }) => id,
              (row) =>
                row === compiling.openRow || !row.ruling
                  ? html`<li>${compiledRow(compiling, row, numberOf.get(row) ?? 0)}</li>`
                  : decidedRow(compiling, row, row.ruling),
            )}
          </ul>
        </section>`
      : nothing
  }
  ${
    open.length > 0
      ? html`<section aria-labelledby="open">
          <h2 id="open" class="sr">${t('theme.open')}</h2>
          ${groupHeads(compiling, theme)}
          ${repeat(
            open,
            ({ id }) => id,
            (row) => keyed(row.id, compiledRow(compiling, row, numberOf.get(row) ?? 0)),
          )}
        </section>`
      : rows.length > 0
        ? allDecided(compiling, theme)
        : nothing
  }
  ${rows.length > 0 ? html`<p class="of foot">${t('theme.nothingIsLost')}</p>` : nothing}`
}

function head(compiling: Compiling, theme: CompiledTheme): TemplateResult {
  const { themes } = compiling.compilation
  const at = themes.indexOf(theme)
  const done = decidedIn(theme)
  const of = theme.rows.length
  return html`<div class="theme-head">
    <div>
      <p class="of">
        ${t('theme.of', { number: at + 1, count: themes.length })}${theme.titles.length === 0 ? html`, ${t('theme.notAssessed')}` : nothing}
      </p>
      <h1 class="title">${nameOf(theme)}</h1>
      ${
        theme.moduleId
          ? html`<p class="of">
              <a
                href=${addressOf({ page: 'editor', slug: compiling.slug, section: { part: 'module', moduleId: theme.moduleId } })}
                >${t('theme.openModule')}</a
              >
            </p>`
          : nothing
      }
    </div>
    <div>
      <p class="measured">
        ${of > 1 && of <= MOST_MARKS ? gauge(done, of, of > 14 ? 7 : 14) : nothing}<span
          >${plural('theme.done', of, { done })}</span
        >
      </p>
      <nav class="jump" aria-label=${t('theme.themes')}>
        ${step(compiling, themes[at - 1], 'previous')} ${step(compiling, themes[at + 1], 'next')}
        <wa-button appearance="outlined" href=${toTheme(compiling)}>${t('theme.all')}</wa-button>
      </nav>
    </div>
  </div>`
}

function step(compiling: Compiling, theme: CompiledTheme | undefined, way: 'previous' | 'next') {
  if (!theme) return nothing
  const label = t(way === 'next' ? 'theme.next' : 'theme.previous', { title: nameOf(theme) })
  return html`<wa-button class="step" appearance="outlined" href=${toTheme(compiling, theme)} title=${label}
    >${icon(way === 'next' ? 'arrow-right' : 'arrow-left')}<span class="sr">${label}</span></wa-button
  >`
}

/** The groups over their columns, by what each calls the theme; and what the lines mean. */
function groupHeads({ columns }: Compiling, { titles }: CompiledTheme): TemplateResult {
  const legend = html`<span><mark class="shared">${t('legend.thin')}</mark> ${t('legend.shared')}</span>
    <span><mark class="own">${t('legend.thick')}</mark> ${t('legend.own')}</span>`
  if (columns.length === 0) {
    return html`<div class="heads below">
      ${titles.length > 0 ? html`<p class="of">${namesInWords(titles)}</p>` : nothing}
      <p class="legend">${legend}</p>
    </div>`
  }
  return html`<div class="g heads">
    ${columns.map((group) => {
      const called = titles.find(({ groupNumber }) => groupNumber === group)?.title
      return html`<div>
        <b>${capital(groupsNamed([group]))}</b>
        ${called ? html`<small>${t('quoted', { words: called })}</small>` : nothing}
      </div>`
    })}
    <p class="legend">${legend}</p>
  </div>`
}

export function namesInWords(titles: CompiledTheme['titles']): string {
  return titles
    .filter(({ title }) => title !== '')
    .map(({ groupNumber, title }) =>
      t('theme.calledBy', {
        group: capital(groupsNamed([groupNumber])),
        title: t('quoted', { words: title }),
      }),
    )
    .join(', ')
}

function allDecided(compiling: Compiling, theme: CompiledTheme): TemplateResult {
  const { themes } = compiling.compilation
  const at = themes.indexOf(theme)
  const inTurn = [...themes.slice(at + 1), ...themes.slice(0, at)]
  const next = inTurn.find((each) => decidedIn(each) < each.rows.length)
  return html`<section class="all-decided" aria-labelledby="all-decided">
    <h2 id="all-decided" tabindex="-1">${t(next ? 'done.theme' : 'done.everything')}</h2>
    <p>
      ${
        next
          ? html`<wa-button variant="brand" href=${toTheme(compiling, next)}
              >${t(themes.indexOf(next) > at ? 'theme.next' : 'theme.previous', { title: nameOf(next) })}</wa-button
            >`
          : html`<wa-button
              variant="brand"
              href=${addressOf({ page: 'editor', slug: compiling.slug, section: { part: 'role' } })}
              >${t('page.openDraft')}</wa-button
            >`
      }
    </p>
  </section>`
}

export function nameOf(theme: CompiledTheme): string {
  return titleOf(theme, t('theme.unnamed'), t('theme.suitability'))
}

/** The address of a theme, or of all of them. */
export function toTheme({ slug, compilation }: Compiling, theme?: CompiledTheme): string {
  const workshopId = compilation.workshop.id
  return addressOf({ page: 'compile', slug, workshopId, ...(theme && { themeId: theme.id }) })
}

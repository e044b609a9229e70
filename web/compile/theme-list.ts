import { html, nothing, type TemplateResult } from 'lit'
import { plural, t } from '../i18n/compile.ts'
import { addressOf } from '../router.ts'
import { gauge } from '../ui/gauge.ts'
import { icon } from '../ui/icon.ts'
import { decidedIn, type Compiling } from './compiling.ts'
import { nameOf, namesInWords, toTheme } from './theme-view.ts'

const MOST_MARKS = 30

/** All themes: what the groups call them, and how far each has been decided. And where the rest can be read. */
export function themeList(compiling: Compiling): TemplateResult {
  const { themes, workshop } = compiling.compilation
  return html`<div class="theme-head">
      <div>
        <p class="of">${workshop.name}</p>
        <h1 class="title">${t('page.heading')}</h1>
      </div>
    </div>
    ${
      themes.length === 0
        ? html`<section class="nothing-yet">
            <h2>${t('nothingYet.heading')}</h2>
            <p>${t('nothingYet.help')}</p>
            <p>
              <a href=${addressOf({ page: 'workshop', slug: compiling.slug, workshopId: workshop.id })}
                >${t('nothingYet.toWorkshop')}</a
              >
            </p>
          </section>`
        : html`<p class="lead">${t('page.lead')}</p>
            <ol class="themes">
              ${themes.map((theme) => {
                const [done, of] = [decidedIn(theme), theme.rows.length]
                return html`<li>
                  <div>
                    <a class="name" href=${toTheme(compiling, theme)}>${nameOf(theme)}</a>
                    ${theme.titles.length === 0 ? html`<p class="of">${t('theme.notAssessed')}</p>` : nothing}
                    ${theme.titles.length > 0 ? html`<p class="of">${namesInWords(theme.titles)}</p>` : nothing}
                    ${theme.reuse ? html`<p class="of">${icon('link')} ${t('reuse.wanted')}</p>` : nothing}
                  </div>
                  <p class="measured">
                    ${
                      of === 0
                        ? t('theme.noRows')
                        : html`${of > 1 && of <= MOST_MARKS ? gauge(done, of, 7) : nothing}
                            <span>${plural('theme.done', of, { done })}</span
                            >${done === of ? icon('check', 'ok') : nothing}`
                    }
                  </p>
                </li>`
              })}
            </ol>`
    }
    ${strays(compiling)} ${elsewhere(compiling)}`
}

/** What was decided on words that the groups have taken back since. */
function strays({ compilation }: Compiling): TemplateResult | typeof nothing {
  if (compilation.strays.length === 0) return nothing
  return html`<section class="elsewhere" aria-labelledby="strays">
    <h2 id="strays">${t('strays.heading')}</h2>
    <p>${t('strays.help')}</p>
    <ul class="strays">
      ${compilation.strays.map(
        ({ kind, text, reason }) =>
          html`<li>
            <span class="words" lang="sv">${text}</span>
            <span class="of"
              >${t(kind === 'leftOut' ? 'strays.leftOut' : 'strays.inDraft')}
              ${reason === '' ? nothing : t('quoted', { words: reason })}</span
            >
          </li>`,
      )}
    </ul>
  </section>`
}

/** What is not compiled is not lost: it stands where it was written. */
function elsewhere({ compilation: { workshop } }: Compiling): TemplateResult {
  return html`<section class="elsewhere" aria-labelledby="elsewhere">
    <h2 id="elsewhere">${t('elsewhere.heading')}</h2>
    <p>${t('elsewhere.help')}</p>
    <ul>
      ${workshop.groups.map(
        ({ id, number }) =>
          html`<li><a href="/tavla/titta/${id}">${t('elsewhere.board', { number })}</a></li>`,
      )}
      <li>
        <a href="/api/v1/workshops/${workshop.id}/minutes" target="_blank">${t('elsewhere.minutes')}</a>
      </li>
    </ul>
  </section>`
}

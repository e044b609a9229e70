import { text } from '../../i18n/text.ts'
import type { Locale } from '../../i18n/catalogue.ts'
import type { ProblemError } from '../../problems.ts'
import { html, type Html } from '../html.ts'
import { renderPage, type Site } from '../page.ts'
import { sayIn } from '../say.ts'

/** A page for people whom an address or an act has led to a problem: what happened, what is safe, where to go. */
export function errorPage(site: Site, problem: ProblemError, locale: Locale, requestId = ''): Html {
  const say = sayIn(locale)
  const title = text(locale, `problems.${problem.code}.title`)
  const slug = typeof problem.context.slug === 'string' ? problem.context.slug : undefined
  const isMissingVersion = problem.code === 'edition-not-found' && slug !== undefined
  const body = html`<div class="leaf flat head">
    <span class="addr no num">${problem.status}</span>
    <div class="mid">
      <h1 class="title">${title}</h1>
      <p class="lead">${text(locale, `problems.${problem.code}.detail`)}</p>
      <p class="next">
        ${
          isMissingVersion
            ? html`<a href="${say.to.versions(slug)}">${say.text('allVersions')}</a>`
            : html`<a href="${say.to.profiles}">${say.text('error.toProfiles')}</a>`
        }
      </p>
      ${
        problem.status >= 500 &&
        requestId !== '' &&
        html`<p class="quiet small">${say.text('error.requestId', { id: requestId })}</p>`
      }
    </div>
  </div>`
  return renderPage(site, { say, title, body, hidden: true })
}

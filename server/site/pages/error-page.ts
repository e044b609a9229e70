import { text } from '../../i18n/text.ts'
import type { Locale } from '../../i18n/catalogue.ts'
import type { ProblemError } from '../../problems.ts'
import { html, type Html } from '../html.ts'
import { renderPage, type Site } from '../page.ts'
import { sayIn, type Say } from '../say.ts'

type Circumstances = {
  readonly locale: Locale
  readonly requestId?: string
  /** Whether it has happened on the way in. */
  readonly isSigningIn?: boolean
}

/** A page for people whom an address or an act has led to a problem: what happened, what is safe, where to go. */
export function errorPage(
  site: Site,
  problem: ProblemError,
  { locale, requestId = '', isSigningIn = false }: Circumstances,
): Html {
  const say = sayIn(locale)
  const title = text(locale, `problems.${problem.code}.title`)
  const { retryAfter } = problem.context
  const body = html`<div class="leaf flat head">
    <span class="addr no num">${problem.status}</span>
    <div class="mid">
      <h1 class="title">${title}</h1>
      <p class="lead">${text(locale, `problems.${problem.code}.detail`)}</p>
      ${typeof retryAfter === 'number' && html`<p class="next">${waiting(say, retryAfter)}</p>`}
      <p class="next">${wayOn(say, problem, isSigningIn)}</p>
      ${
        problem.status >= 500 &&
        requestId !== '' &&
        html`<p class="quiet small">${say.text('error.requestId', { id: requestId })}</p>`
      }
    </div>
  </div>`
  return renderPage(site, { say, title, body, hidden: true })
}

function wayOn(say: Say, { code, context: { slug } }: ProblemError, isSigningIn: boolean): Html {
  if (code === 'edition-not-found' && typeof slug === 'string') {
    return html`<a href="${say.to.versions(slug)}">${say.text('allVersions')}</a>`
  }
  return isSigningIn || code === 'not-signed-in'
    ? html`<a href="${say.to.signIn}">${say.text('error.toSignIn')}</a>`
    : html`<a href="${say.to.profiles}">${say.text('error.toProfiles')}</a>`
}

function waiting(say: Say, seconds: number): string {
  return say.text('error.wait', { time: say.inWords('counts.minutes', Math.ceil(seconds / 60)) })
}

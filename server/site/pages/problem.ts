import { text } from '../../i18n/text.ts'
import { PROBLEMS, type ProblemCode } from '../../problems.ts'
import { html, type Html } from '../html.ts'
import { renderPage, type Site } from '../page.ts'
import { factList } from '../profile/facts.ts'
import type { Say } from '../say.ts'

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code)
}

/** What the `type` of an API's problem leads to: what the kind of error means, and what to do about it. */
export function problemPage(site: Site, say: Say, code: ProblemCode): Html {
  const title = text(say.locale, `problems.${code}.title`)
  const body = html`<div class="leaf flat head">
    <div class="mid">
      <p class="kicker">${say.text('problem.kind')}</p>
      <h1 class="title">${title}</h1>
      <p class="lead">${text(say.locale, `problems.${code}.detail`)}</p>
    </div>
    <div class="side">
      ${factList([
        [say.text('problem.code'), html`<code>${code}</code>`],
        [say.text('problem.status'), html`<span class="num">${PROBLEMS[code]}</span>`],
        [say.text('problem.format'), html`<a href="${say.to.api}">${say.text('problem.inApi')}</a>`],
      ])}
    </div>
  </div>`
  return renderPage(site, { say, title, body, path: say.to.problem(code) })
}

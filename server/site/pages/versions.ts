import type { EditionSummary } from '../../../schemas/types.ts'
import { html, type Html } from '../html.ts'
import { renderPage, type Site } from '../page.ts'
import { versionList } from '../profile/decision.ts'
import type { Say } from '../say.ts'

/** Every version of a profile, latest first. */
export function versionsPage(site: Site, say: Say, slug: string, versions: readonly EditionSummary[]): Html {
  const title = versions[0]?.title ?? slug
  const body = html`<div class="leaf flat head">
      <div class="mid">
        <p class="kicker"><a href="${say.to.profile(slug)}" ${say.swedish}>${title}</a></p>
        <h1 class="title">${say.text('versions.title')}</h1>
        <p class="lead">${say.text('versions.lead')}</p>
      </div>
      <div class="side">
        <div class="also">
          <h2>${say.text('versions.why')}</h2>
          <ul class="numbers">
            ${(['major', 'minor', 'patch'] as const).map(
              (level) =>
                html`<li><span class="digits">${DIGITS[level]}</span> ${say.text(`versions.${level}`)}</li>`,
            )}
          </ul>
        </div>
      </div>
    </div>
    ${versionList({ say, versions, profile: { slug } })}`
  return renderPage(site, {
    say,
    body,
    path: say.to.versions(slug),
    current: 'profiles',
    title: say.text('versions.pageTitle', { title }),
  })
}

const DIGITS = { major: html`<b>2</b>.0.0`, minor: html`1.<b>1</b>.0`, patch: html`1.0.<b>1</b>` }

import type { EditionSummary, ProfileList, ProfileSummary } from '../../../schemas/types.ts'
import { html, type Html } from '../html.ts'
import { mark } from '../marks.ts'
import { renderPage, type Site } from '../page.ts'
import { levelRule } from '../rule.ts'
import type { Say } from '../say.ts'

/** The first page: what is published, and what this is. `reader` is the name of whoever is signed in. */
export function profileListPage(site: Site, say: Say, list: ProfileList, reader: string | null): Html {
  const published = list.profiles.filter(({ current }) => current !== null)
  const body = html`<div class="leaf flat head">
      <div class="mid">
        <h1 class="title">${say.text('list.title')}</h1>
        <p class="lead">${say.text('list.lead')}</p>
      </div>
      <div class="side">
        <div class="also">${reader === null ? forReaders(say) : forTheSignedIn(say, reader)}</div>
      </div>
    </div>
    ${published.length === 0 ? empty(say) : rows(say, published)} ${pages(say, list)}`
  return renderPage(site, {
    say,
    body,
    path: say.to.profiles,
    current: 'profiles',
    title: site.config.name,
    description: say.text('list.lead'),
  })
}

function forReaders(say: Say): Html {
  return html`<p>${say.text('list.free')}</p>
    <p><a href="${say.to.signIn}">${say.text('list.signIn')}</a></p>`
}

function forTheSignedIn(say: Say, reader: string): Html {
  return html`<p>${say.text('list.signedIn', { name: reader })}</p>
    <p><a href="${say.to.workshop}">${say.text('list.workshop')}</a></p>`
}

function empty(say: Say): Html {
  return html`<div class="leaf flat nothing">
    <div class="mid">
      <h2 class="title">${say.text('list.empty')}</h2>
      <p>${say.text('list.emptyNext')} <a href="${say.to.howWeWork}">${say.text('nav.howWeWork')}</a></p>
    </div>
  </div>`
}

function rows(say: Say, profiles: readonly ProfileSummary[]): Html {
  return html`<ul class="mods list">
    ${profiles.map((profile) => profile.current && row(say, profile, profile.current))}
  </ul>`
}

function row(say: Say, { slug, title, isExample }: ProfileSummary, current: EditionSummary): Html {
  const { version, seqfLevel, decision, publishedAt, counts } = current
  const content = say.text('facts.contentValue', {
    modules: say.count('counts.modules', counts.modules),
    outcomes: say.count('counts.outcomes', counts.outcomes),
  })
  const since = isExample
    ? say.text('list.published', { date: say.dayOf(publishedAt) })
    : say.text('list.approved', { date: say.day(decision.decidedOn) })
  return html`<li class="leaf flat">
    <span class="no num">${version}</span>
    <div class="mid">
      <h2 ${say.swedish}><a href="${say.to.profile(slug)}">${title}</a></h2>
      <p class="quiet small">${content}, ${since}</p>
    </div>
    <p class="side">
      ${seqfLevel !== null && html`<span>${levelRule(seqfLevel)} ${say.text('seqf', { level: seqfLevel })}</span>`}
      ${isExample && html`<span class="stamp">${say.text('example.stamp')}</span>`}
    </p>
  </li>`
}

function pages(say: Say, { page, limit, total }: ProfileList): Html | false {
  const last = Math.ceil(total / limit)
  const link = (to: number, key: 'list.earlier' | 'list.later', icon: string) =>
    html`<a href="${`?${PAGE}=${to}`}">${mark(icon)}${say.text(key)}</a>`
  return (
    last > 1 &&
    html`<nav class="leaf flat" aria-label="${say.text('list.pages')}">
      <p class="mid pager">
        ${page > 1 && link(page - 1, 'list.earlier', 'arrow-left')}
        <span>${say.text('list.page', { page, last })}</span>
        ${page < last && link(page + 1, 'list.later', 'arrow-right')}
      </p>
    </nav>`
  )
}

/** The query that asks for a further page of the list. */
export const PAGE = 'sida'

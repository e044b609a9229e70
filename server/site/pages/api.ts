import { SCHEMAS } from '../../contract.ts'
import { API_RELEASED, API_VERSION } from '../../http/openapi.ts'
import type { Route } from '../../http/route.ts'
import { operation } from '../api/operation.ts'
import { schemaTables } from '../api/property-table.ts'
import { words } from '../api/read-schema.ts'
import { html, type Html } from '../html.ts'
import { renderPage, type Site } from '../page.ts'
import { factList } from '../profile/facts.ts'
import { sayIn } from '../say.ts'

type Group = { readonly id: string; readonly name: string; readonly holds: RegExp }

/** The parts of the page; an operation stands in the first that its path fits. */
const GROUPS: readonly Group[] = [
  { id: 'profiles', name: 'Profiles', holds: /^\/profiles(?:\/\{slug\})?$/u },
  { id: 'versions', name: 'Versions', holds: /\/editions|publication-proposals/u },
  {
    id: 'items',
    name: 'Items of a draft',
    holds: /\/draft\/(?:modules|outcomes|criteria|suitability-items|words)/u,
  },
  { id: 'drafts', name: 'Drafts', holds: /\/draft/u },
  { id: 'history', name: 'History', holds: /\/history/u },
  { id: 'rest', name: 'Imports, session, about', holds: /./u },
]

/**
 * The API for people to read, made of the same values that answer the requests. In English, as its names are: those
 * who program read it.
 */
export function apiPage(site: Site, routes: readonly Route[]): Html {
  const say = sayIn('en')
  const groupOf = (route: Route) => GROUPS.find(({ holds }) => holds.test(route.path))
  const named = [...SCHEMAS].filter(([file]) => !file.startsWith('requests/'))
  const body = html`${head(site)}
    <nav class="onpage" aria-label="${say.text('onPage')}">
      <ul>
        ${GROUPS.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}
        <li><a href="#objects">Objects</a></li>
      </ul>
    </nav>
    ${GROUPS.map(
      (group) =>
        html`<h2 class="title" id="${group.id}">${group.name}</h2>
          <div class="mods">${routes.filter((route) => groupOf(route) === group).map(operation)}</div>`,
    )}
    <h2 class="title" id="objects">Objects</h2>
    <div class="mods">${named.map(([file, schema]) => namedSchema(file, schema))}</div>`
  return renderPage(site, { say, title: 'API', body, description: LEAD })
}

const LEAD =
  'What is published is read without signing in and never changes. Everything that the pages and the editor do, they do through this.'

function head({ config }: Site): Html {
  const base = `${config.baseUrl}/api/v1`
  return html`<div class="leaf flat head">
    <div class="mid">
      <h1 class="title">API</h1>
      <p class="lead">${LEAD}</p>
      <ul class="plain">
        <li>Bodies are JSON in UTF-8. Times are RFC 3339 in UTC.</li>
        <li>
          Errors are <code>application/problem+json</code> (RFC 9457): the type leads to a page about it, and
          every fault is named at once, with its place.
        </li>
        <li>
          A published version's entity tag is the SHA-256 of its bytes. A draft's grows with each change; acts
          on the whole draft need it in <code>If-Match</code>.
        </li>
        <li>An edit names the value that its author saw. If another stands there now, nothing is changed.</li>
        <li>Whoever is signed in sends the session's cookie.</li>
      </ul>
    </div>
    <div class="side">
      ${factList([
        ['Version', html`<span class="num">${API_VERSION}</span>`],
        ['Released', html`<span class="num">${API_RELEASED}</span>`],
        ['Address', html`<code>${base}</code>`],
        ['OpenAPI 3.1', html`<a href="/api/v1/openapi.json">openapi.json</a>`],
      ])}
    </div>
  </div>`
}

function namedSchema(file: string, schema: Readonly<Record<string, unknown>>): Html {
  return html`<details class="mod api" id="${words(schema, 'title')}">
    <summary>
      <span></span>
      <h3>${words(schema, 'title')} <span>${words(schema, 'description')}</span></h3>
      <span class="meta"></span>
    </summary>
    <div class="leaf flat open">
      <div class="mid">
        ${schemaTables({ schema, file })}
        <p><a href="/schemas/v1/${file}.schema.json">JSON Schema of ${words(schema, 'title')}</a></p>
      </div>
    </div>
  </details>`
}

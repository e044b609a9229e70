import { SCHEMAS } from '../../contract.ts'
import { problemsOf } from '../../http/openapi.ts'
import type { Route } from '../../http/route.ts'
import { PROBLEMS } from '../../problems.ts'
import { html, type Html, type Part } from '../html.ts'
import { schemaTables } from './property-table.ts'
import { schemaLink, words } from './read-schema.ts'

const WHO: Record<Route['access'], string> = {
  anyone: 'anyone',
  'anyone-signed-in': 'anyone who is signed in',
  readDraft: 'those who may read the draft',
  edit: 'those who may edit',
  publish: 'those who may publish',
  discardDraft: 'those who may throw a draft away',
  startDraft: 'those who may start a draft',
  leadWorkshops: 'those who may lead workshops',
  submitToPanel: 'those who may submit to a panel',
  readReview: 'those who may follow a review',
  leadPanel: 'those who run panels',
  approvePanel: 'the steering group',
  settleRemarks: 'those who settle remarks',
  takePart: 'members of panels',
  readHistory: 'those who may read the history',
  explainChange: 'those who may explain a change',
  createProfile: 'those who may create profiles',
  managePeople: 'administrators',
  manageInstallation: 'administrators',
  readLog: 'administrators',
}

/** One method of one address: what it does, for whom, what it takes and gives, and what can go wrong. */
export function operation(route: Route): Html {
  return html`<details class="mod api" id="${route.id}">
    <summary>
      <span class="addr">${route.method.toUpperCase()}</span>
      <h3>
        <code>${breakable(route.path)}</code>
        <span>${route.summary}</span>
      </h3>
      <span class="meta"><span>${WHO[route.access]}</span></span>
    </summary>
    <div class="leaf flat open">
      <div class="mid">
        ${query(route)} ${body(route)}
        <h4>Answer</h4>
        <p>${answer(route)}</p>
        <h4>What can go wrong</h4>
        <ul class="codes">
          ${problemsOf(route).map(
            (code) =>
              html`<li>
                <span class="num">${PROBLEMS[code]}</span> <a href="/en/problems/${code}">${code}</a>
              </li>`,
          )}
        </ul>
      </div>
    </div>
  </details>`
}

/** A long path may break before a slash. */
function breakable(path: string): Part {
  return path
    .split('/')
    .slice(1)
    .map((segment) => html`<wbr />/${segment}`)
}

function query({ query: asked = {}, paged, ifMatch }: Route): Part {
  const given: [string, string][] = [
    ...Object.entries(asked),
    ...(paged
      ? ([
          ['limit', 'How many a page holds at most, 1-100; 20 unless said'],
          ['page', 'Which page, from 1'],
        ] as [string, string][])
      : []),
    ...(ifMatch
      ? ([['If-Match', 'The strong entity tag of the draft that the act was decided on (a header)']] as [
          string,
          string,
        ][])
      : []),
  ]
  if (given.length === 0) return null
  return html`<h4>Parameters</h4>
    <dl class="terms">
      ${given.map(
        ([name, meaning]) =>
          html`<dt><code>${name}</code></dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>`
}

function body({ body: name }: Route): Part {
  if (name === undefined) return null
  const file = `requests/${name}`
  const schema = SCHEMAS.get(file) ?? {}
  return html`<h4>Body</h4>
    <p>
      ${words(schema, 'description')}
      <a href="/schemas/v1/${file}.schema.json">JSON Schema</a>
    </p>
    ${schemaTables({ schema, file })}`
}

function answer({ answer: { status, description, schema, mediaType } }: Route): Html {
  const form = schema ? html`: ${schemaLink(schema)}` : mediaType && html`: <code>${mediaType}</code>`
  return html`<span class="num">${status}</span> ${description}${form}
    ${schema && mediaType && html`as <code>${mediaType}</code>`}`
}

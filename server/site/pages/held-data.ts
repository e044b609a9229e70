import type { PersonalData } from '../../../schemas/types.ts'
import { NONE, type HeldTable } from '../held-data/held-table.ts'
import { factsAbout, tablesOf } from '../held-data/parts.ts'
import { html, type Html, type Part } from '../html.ts'
import { mark } from '../marks.ts'
import { renderPage, type Site } from '../page.ts'
import type { Say } from '../say.ts'
import type { TextKey } from '../texts.ts'

/** Everything that is held about whoever reads it. */
export function ownDataPage(site: Site, say: Say, data: PersonalData): Html {
  return heldDataPage(site, say, data, {
    title: say.text('held.title'),
    path: say.to.ownData,
    file: say.to.ownDataFile,
    back: [say.to.account, say.text('held.toAccount')],
    whose: 'held.byYou',
  })
}

/** Everything that is held about somebody else, for them to be given. */
export function dataOfPage(site: Site, say: Say, data: PersonalData): Html {
  const { id, name } = data.person
  return heldDataPage(site, say, data, {
    title: say.text('held.titleOf', { name }),
    // A window's name stays in the history of a browser that many may use; a name of a person should not.
    windowTitle: say.text('held.titleOfSomebody'),
    path: say.to.dataOf(id),
    file: say.to.dataFileOf(id),
    back: [say.to.person(id), say.text('held.toPerson')],
    whose: 'held.byThem',
  })
}

type Frame = {
  readonly title: string
  readonly windowTitle?: string
  readonly path: string
  readonly file: string
  readonly back: readonly [address: string, name: string]
  readonly whose: TextKey
}

function heldDataPage(site: Site, say: Say, data: PersonalData, frame: Frame): Html {
  const { title, windowTitle = title, path, file, back, whose } = frame
  const body = html`<div class="leaf flat head">
      <div class="mid">
        <h1 class="title">${title}</h1>
        <p class="lead">${say.text('held.lead', { moment: say.moment(data.madeAt) })}</p>
      </div>
      <div class="side">
        <nav class="take" aria-label="${say.text('take.heading')}">
          <p>${mark('download')}<a href="${file}">${say.text('held.file')}</a><small>JSON</small></p>
        </nav>
        <p class="next"><a href="${back[0]}">${back[1]}</a></p>
        <p class="next"><a href="${say.to.privacy}">${say.text('held.why')}</a></p>
      </div>
    </div>
    ${section(say.text('held.headings.who'), factsAbout(say, data))}
    ${tablesOf(say, data, whose).map((table) =>
      section(
        say.text(`held.headings.${table.kind}`),
        html`${noteOn(say, data, table)} ${tableOf(say, table)}`,
      ),
    )}`
  return renderPage(site, { say, title: windowTitle, path, body, hidden: true })
}

/** What has to be said of a table besides its heading. */
function noteOn(say: Say, { panels }: PersonalData, { kind }: HeldTable): Part {
  if (kind === 'log') return html`<p>${say.text('held.logIs')}</p>`
  const isSealed = kind === 'panels' && panels.some((place) => place.isSealed)
  return isSealed && html`<p>${say.text('held.sealedIs')}</p>`
}

function section(heading: string, content: Part): Html {
  return html`<section class="leaf flat block held">
    <div class="mid">
      <h2>${heading}</h2>
      ${content}
    </div>
  </section>`
}

function tableOf(say: Say, { columns, rows }: HeldTable): Html {
  if (rows.length === 0) return html`<p class="quiet">${say.text('held.nothing')}</p>`
  const heads = columns.map((column) => say.text(column))
  return html`<table class="props">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, at) => html`<td data-head="${heads[at]}" ${cell === NONE && html`class="none"`}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

import type { Config } from '../../config.ts'
import { fill, html, type Html, type Part } from '../html.ts'
import { renderPage, type Page, type Site } from '../page.ts'
import type { Say } from '../say.ts'

type Prose = {
  readonly title: string
  readonly lead: string
  readonly path: string
  readonly current?: Page['current']
  readonly sections: readonly { readonly number?: number; readonly heading: string; readonly content: Part }[]
}

/** To whom to write; where the installation shows no address, to those who run it. */
export function contact(
  say: Say,
  { contactEmail }: Config,
  place: 'privacy.ask' | 'accessibility.report',
): Html {
  const address = html`<a href="mailto:${contactEmail}">${contactEmail}</a>`
  return html`<p>
    ${contactEmail === '' ? say.text(`${place}.textWithout`) : fill(say.text(`${place}.text`), { address })}
  </p>`
}

/** A page of running text in sections, the same for everybody. */
export function prosePage(site: Site, say: Say, { title, lead, path, current, sections }: Prose): Html {
  const body = html`<div class="leaf flat head">
      <div class="mid">
        <h1 class="title">${title}</h1>
        <p class="lead">${lead}</p>
      </div>
    </div>
    ${sections.map(
      ({ number, heading, content }) =>
        html`<section class="leaf block ${number === undefined && 'flat'}">
          ${number !== undefined && html`<span class="no" aria-hidden="true">${number}</span>`}
          <div class="mid text">
            <h2>${heading}</h2>
            ${content}
          </div>
        </section>`,
    )}`
  return renderPage(site, { say, body, title, path, description: lead, ...(current && { current }) })
}

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

/** How a profile comes to be, in five steps. */
export function howWeWorkPage(site: Site, say: Say): Html {
  const steps = ['gather', 'write', 'coach', 'publish', 'use'] as const
  return prosePage(site, say, {
    title: say.text('howWeWork.title'),
    lead: say.text('howWeWork.lead'),
    path: say.to.howWeWork,
    current: 'howWeWork',
    sections: [
      ...steps.map((step, at) => ({
        number: at + 1,
        heading: say.text(`howWeWork.${step}.heading`),
        content: html`<p>${say.text(`howWeWork.${step}.text`)}</p>`,
      })),
      { heading: say.text('howWeWork.words.heading'), content: words(say) },
    ],
  })
}

function words(say: Say): Html {
  const terms = ['outcome', 'criterion', 'level', 'digest'] as const
  return html`<dl class="terms">
    ${terms.map(
      (term) =>
        html`<dt>${say.text(`howWeWork.words.${term}`)}</dt>
          <dd>${say.text(`howWeWork.words.${term}Means`)}</dd>`,
    )}
  </dl>`
}

/** What is stored about people, and why. */
export function privacyPage(site: Site, say: Say): Html {
  const parts = ['reading', 'signedIn', 'log', 'erase'] as const
  return prosePage(site, say, {
    title: say.text('privacy.title'),
    lead: say.text('privacy.lead'),
    path: say.to.privacy,
    sections: [
      ...parts.map((part) => ({
        heading: say.text(`privacy.${part}.heading`),
        content: html`<p>${say.text(`privacy.${part}.text`)}</p>`,
      })),
      { heading: say.text('privacy.ask.heading'), content: contact(say, site.config, 'privacy.ask') },
    ],
  })
}

/** What the pages are built to, how that has been tried, and what is known to fall short. */
export function accessibilityPage(site: Site, say: Say): Html {
  const parts = ['pages', 'tried', 'pdf', 'short'] as const
  return prosePage(site, say, {
    title: say.text('accessibility.title'),
    lead: say.text('accessibility.lead'),
    path: say.to.accessibility,
    sections: [
      ...parts.map((part) => ({
        heading: say.text(`accessibility.${part}.heading`),
        content: html`<p>${say.text(`accessibility.${part}.text`)}</p>`,
      })),
      {
        heading: say.text('accessibility.report.heading'),
        content: contact(say, site.config, 'accessibility.report'),
      },
    ],
  })
}

/** To whom to write; where the installation shows no address, to those who run it. */
function contact(say: Say, { contactEmail }: Config, place: 'privacy.ask' | 'accessibility.report'): Html {
  const address = html`<a href="mailto:${contactEmail}">${contactEmail}</a>`
  return html`<p>
    ${contactEmail === '' ? say.text(`${place}.textWithout`) : fill(say.text(`${place}.text`), { address })}
  </p>`
}

function prosePage(site: Site, say: Say, { title, lead, path, current, sections }: Prose): Html {
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

import { html, type Html } from '../html.ts'
import type { Site } from '../page.ts'
import type { Say } from '../say.ts'
import { contact, prosePage } from './prose-page.ts'

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

import type { SuitabilityItem } from '../../../schemas/types.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import { html, type Html } from '../html.ts'
import { markdown, paragraphs } from '../markdown.ts'
import { mark } from '../marks.ts'
import type { AnchoredWord } from '../explain-terms.ts'
import type { ShownEdition } from './shown-edition.ts'

/** What the work is like, what the profile is for, and for whom. */
export function roleSection({ say, profile }: ShownEdition): Html {
  const [, ...purpose] = linesOf(profile.purpose)
  const part = (key: 'purpose' | 'targetGroup', content: Html) =>
    html`<h3 lang="${say.locale}">${say.text(`sections.${key}`)}</h3>
      ${content}`
  return html`<h2 class="title" id="yrkesrollen">${say.text('sections.role')}</h2>
    <div class="leaf flat">
      <div class="mid text" ${say.swedish}>
        ${markdown(profile.roleDescription)}
        ${purpose.length > 0 && part('purpose', paragraphs(purpose.join('\n')))}
        ${profile.targetGroup.trim() !== '' && part('targetGroup', paragraphs(profile.targetGroup))}
      </div>
    </div>`
}

/** What helps in the work but is never assessed, each with its reason. */
export function suitabilitySection({ say, profile }: ShownEdition): Html {
  const row = ({ text, reason, variants = [] }: SuitabilityItem) =>
    html`<li class="leaf flat" ${say.swedish}>
      <div class="mid">
        <p>${text}</p>
        ${variants.map((variant) => html`<p class="quiet small" lang="${variant.language}">${variant.text}</p>`)}
      </div>
      ${
        reason.trim() !== '' &&
        html`<div class="side">
          <p class="note">
            <span lang="${say.locale}">${say.text('suitability.reason')}</span>
            <span class="quiet">${reason}</span>
          </p>
        </div>`
      }
    </li>`
  return html`<h2 class="title" id="lamplighet">${say.text('sections.suitability')}</h2>
    <div class="leaf flat">
      <p class="mid hint">${mark('suitability', 'i kind')}${say.text('suitability.notAssessed')}</p>
    </div>
    <ul class="suits">
      ${profile.personalSuitability.map(row)}
    </ul>`
}

export function delimitationSection({ say, profile }: ShownEdition): Html {
  return html`<h2 class="title" id="avgransningar">${say.text('sections.delimitations')}</h2>
    <div class="leaf flat">
      <div class="mid text" ${say.swedish}>${markdown(profile.delimitations)}</div>
    </div>`
}

/** The words of the trade, behind a row that unfolds. */
export function wordSection({ say, wordIndex: { words }, allOpen }: ShownEdition): Html {
  const [first, last] = [words[0], words.at(-1)]
  return html`<h2 class="title" id="yrkessprak">${say.text('sections.words')}</h2>
    <div class="mods">
      <details class="mod" ${allOpen && html`open`}>
        <summary>
          <span class="no"></span>
          <h3>
            ${say.text('words.range', {
              count: say.inWords('counts.words', words.length),
              first: first?.entry.term ?? '',
              last: last?.entry.term ?? '',
            })}
          </h3>
          <span class="meta"></span>
        </summary>
        <dl class="words" ${say.swedish}>${words.map(wordRow)}</dl>
      </details>
    </div>`
}

function wordRow({ entry, anchor }: AnchoredWord): Html {
  const { term, explanation, variants = [], translations } = entry
  return html`<div id="${anchor}">
    <dt>${term}</dt>
    <dd>${linesOf(explanation).join(' ')}</dd>
    ${[...variants, ...translations].map(({ language, text }) => html`<dd lang="${language}">${text}</dd>`)}
  </div>`
}

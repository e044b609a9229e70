import type { ChainRemark } from '../../../schemas/types.ts'
import { fill, html, type Html, type Part } from '../html.ts'
import { paragraphs } from '../markdown.ts'
import { perspectiveName, type Named } from './perspectives.ts'
import { noteOf, saidRow } from './said.ts'

type Shown = Pick<ChainRemark, 'perspective' | 'text' | 'proposal' | 'at' | 'outcome' | 'reason'> & {
  readonly address?: Part
  /** The words that it is about, where they are not all of them. */
  readonly quote?: string
  readonly answeredBy?: string
}

/** What somebody remarked or proposed, by perspective, and what became of it. */
export function remarkRow(named: Named, remark: Shown): Html {
  const { say } = named
  const { perspective, text, proposal, at, outcome, reason, address, quote = '', answeredBy } = remark
  return saidRow({
    address,
    what: html`<span>${perspectiveName(named, perspective)}, ${say.dayOf(at)}</span>`,
    content: html`${
      quote !== '' &&
      html`<p class="quiet">
        ${fill(say.text('panel.quote'), { words: html`<span ${say.swedish}>${quote}</span>` })}
      </p>`
    }
    ${text.trim() !== '' && html`<div class="remark" ${say.swedish}>${paragraphs(text)}</div>`}
    ${
      proposal !== null &&
      proposal.trim() !== '' &&
      html`<p class="in">${say.text('panel.proposal')}</p>
        <p class="wording" ${say.swedish}>${proposal}</p>`
    }`,
    side: html`${noteOf(say, say.text(`panel.outcomes.${outcome}`), reason)}
    ${answeredBy !== undefined && html`<p class="quiet">${say.text('panel.answeredBy', { role: answeredBy })}</p>`}`,
  })
}

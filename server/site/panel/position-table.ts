import type { ItemTally, PanelDecision } from '../../../schemas/types.ts'
import { html, type Html } from '../html.ts'
import type { Say } from '../say.ts'
import { inOrder, perspectiveCode, perspectiveName, type Named } from './perspectives.ts'
import { countsInWords, marksFor, STANDS, standMark } from './position-marks.ts'

type DecidedPart = PanelDecision['parts'][number]
type Shown = Named & { readonly chainOf: (itemId: string) => string }

/**
 * Parts by perspectives. The roles stand in the HTML because a narrow page shows each row as a block, and a table
 * that is laid out so is none any more to some who listen.
 */
export function positionTable(shown: Shown, parts: readonly DecidedPart[]): Html {
  const { say } = shown
  const ids = inOrder(
    shown,
    parts.flatMap(({ tally }) => tally.perspectives.map(({ perspective }) => perspective)),
  )
  return html`<table class="stands" role="table">
      <caption class="sr">
        ${say.text('panel.sections.positions')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${say.text('panel.positions.part')}</th>
          ${ids.map(
            (id) =>
              html`<th scope="col" role="columnheader">
                <span class="code" aria-hidden="true">${perspectiveCode(shown, id)}</span>
                <span class="full">${perspectiveName(shown, id)}</span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${parts.map((part) => partRow(shown, part, ids))}
      </tbody>
    </table>
    ${legend(say, parts)}
    <ul class="legend codes" aria-hidden="true">
      ${ids.map((id) => html`<li><span class="code">${perspectiveCode(shown, id)}</span> ${perspectiveName(shown, id)}</li>`)}
    </ul>`
}

function partRow(shown: Shown, { partId, number, title, tally }: DecidedPart, ids: readonly string[]): Html {
  const { say } = shown
  const name = number === '' ? say.text('panel.positions.common') : title
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      <span class="num">${number}</span>
      <a href="${shown.chainOf(partId)}" ${number !== '' && say.swedish}>${name}</a>
    </th>
    ${ids.map((id) => {
      const counts = countsOf(tally, id)
      return html`<td role="cell">
        <span class="code" aria-hidden="true">${perspectiveCode(shown, id)}</span>
        <span class="sr">${countsInWords(say, counts)}</span>${marksFor(counts)}
      </td>`
    })}
  </tr>`
}

function countsOf({ perspectives }: ItemTally, id: string) {
  return perspectives.find(({ perspective }) => perspective === id)
}

/** What the marks mean that are there. */
function legend(say: Say, parts: readonly DecidedPart[]): Html {
  const there = STANDS.filter((stand) =>
    parts.some(({ tally }) => tally.perspectives.some((counts) => counts[stand] > 0)),
  )
  return html`<ul class="legend" aria-hidden="true">
    ${there.map((stand) => html`<li>${standMark(stand)} ${say.text(`panel.positions.marks.${stand}`)}</li>`)}
  </ul>`
}

/** How each perspective stands about one thing: its name, its marks, and the words that they stand for. */
export function standsOf(named: Named, { perspectives }: ItemTally): Html {
  const ids = inOrder(
    named,
    perspectives.map(({ perspective }) => perspective),
  )
  return html`<dl class="stand-list">
    ${ids.map((id) => {
      const counts = perspectives.find(({ perspective }) => perspective === id)
      return html`<div>
        <dt>${perspectiveName(named, id)}</dt>
        <dd>${marksFor(counts)} <span>${countsInWords(named.say, counts)}</span></dd>
      </div>`
    })}
  </dl>`
}

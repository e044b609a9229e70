import type { RecordedSeat } from '../../usecases/review/read-panel-record.ts'
import { fill, html, join, type Html, type Part } from '../html.ts'
import { perspectiveName, type Named } from './perspectives.ts'

/**
 * Who the panel was, by perspective and organisation; names of those who have agreed to it. Why somebody was recused
 * is nobody else's business.
 */
export function compositionTable(named: Named, seats: readonly RecordedSeat[]): Html {
  const { say } = named
  const hasNames = seats.some(({ name }) => name !== null)
  const heads = [
    say.text('panel.perspective'),
    say.text('panel.organisation'),
    say.text('panel.part'),
    ...(hasNames ? [say.text('panel.name')] : []),
  ]
  return html`<table class="seats" role="table">
      <caption class="sr">
        ${say.text('panel.sections.composition')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${seats.map(
          (seat) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">${perspectiveName(named, seat.perspective)}</th>
              <td role="cell" ${say.swedish}>${seat.organisation}</td>
              <td role="cell">${partInWords(named, seat)}</td>
              ${hasNames && html`<td role="cell" ${say.swedish}>${seat.name}</td>`}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet small">${say.text(hasNames ? 'panel.names' : 'panel.namesNone')}</p>`
}

function partInWords({ say }: Named, { part, standsInFor, recusals }: RecordedSeat): Part {
  const own = (words: string) => html`<span ${say.swedish}>${words}</span>`
  const notes = [
    html`${say.text(`panel.parts.${part}`)}`,
    ...(standsInFor === null ? [] : [fill(say.text('panel.standsInFor'), { whom: own(standsInFor) })]),
    ...recusals.map(({ partTitle }) =>
      partTitle === null
        ? html`${say.text('panel.recusedWhole')}`
        : fill(say.text('panel.recused'), { part: own(partTitle) }),
    ),
  ]
  return join(notes, ', ')
}

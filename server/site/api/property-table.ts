import { html, type Html, type Part } from '../html.ts'
import {
  alternativesOf,
  propertiesOf,
  inline,
  titleOf,
  typeInWords,
  words,
  type Placed,
  type Property,
} from './read-schema.ts'

/** What a schema holds, as tables; a schema of alternatives has one for each that has no name of its own. */
export function schemaTables(placed: Placed): Part {
  const alternatives = alternativesOf(placed)
  if (alternatives.length === 0) return propertyTable(titleOf(placed.file), propertiesOf(placed))
  return html`<p>One of:</p>
    <ul>
      ${alternatives.map((alternative) => html`<li>${alternativeTable(alternative)}</li>`)}
    </ul>`
}

function alternativeTable(alternative: Placed): Html {
  const there = inline(alternative)
  if (!there) return html`${typeInWords(alternative)}`
  const title = words(there.schema, 'title')
  return html`<p>${title}: ${words(there.schema, 'description')}</p>
    ${propertyTable(title, propertiesOf(there))}`
}

function propertyTable(title: string, properties: readonly Property[]): Part {
  if (properties.length === 0) return null
  return html`<table class="props">
    <caption class="sr">
      Properties of ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">Property</th>
        <th scope="col">Type</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      ${properties.map(propertyRow)}
    </tbody>
  </table>`
}

function propertyRow({ name, isRequired, type, limits, description }: Property): Html {
  return html`<tr>
    <th scope="row"><code>${name}</code> ${!isRequired && html`<small>optional</small>`}</th>
    <td>${type} <small>${limits}</small></td>
    <td>${description}</td>
  </tr>`
}

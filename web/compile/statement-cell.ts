import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CompiledRow, Statement } from '../../schemas/types.ts'
import { plural, t } from '../i18n/compile.ts'
import type { Compiling } from './compiling.ts'
import { capital, groupsNamed } from './listed.ts'
import { markedWording } from './marked-wording.ts'
import { startFrom, toggleMerged } from './row-choice.ts'
import { cardList, codes } from './said-by.ts'

/** What one group says in a row; nothing of its own says so. */
export function groupCell(compiling: Compiling, row: CompiledRow, groupNumber: number): TemplateResult {
  const statements = row.statements.filter((each) => each.groupNumber === groupNumber)
  const group = capital(groupsNamed([groupNumber]))
  const isBase = row === compiling.openRow && statements.some(({ id }) => id === compiling.choice?.baseId)
  return html`<div class="says ${isBase ? 'base' : ''}" role="group" aria-label=${group}>
    <span class="lab" aria-hidden="true">${group}</span>
    <div>
      ${
        statements.length === 0
          ? html`<p class="nothing">${t('row.nothing')}</p>`
          : statements.map((statement) => oneStatement(compiling, row, statement))
      }
    </div>
  </div>`
}

function oneStatement(compiling: Compiling, row: CompiledRow, statement: Statement): TemplateResult {
  return html`<p class="words" lang="sv">${markedWording(statement, row, compiling.read)}</p>
    ${behind(compiling, statement)} ${row === compiling.openRow ? tools(compiling, row, statement) : nothing}`
}

/** How much stands behind a statement, opened to be read. */
function behind(
  { perspectives, viewer }: Compiling,
  { cards, criteria, kind, source, differs }: Statement,
): TemplateResult {
  const third = viewer.settings.thirdCategory
  const isCard = kind === 'suitability'
  const counted = [
    ...(isCard ? [] : [plural('cards', cards.length)]),
    ...(criteria.length > 0 ? [plural('criteria', criteria.length)] : []),
  ].join(', ')
  const more = html`${counted}${codes(cards, perspectives)}`
  return html`${
    criteria.length + cards.length > 0 && !isCard
      ? html`<details class="by">
          <summary>${more}</summary>
          ${
            criteria.length > 0
              ? html`<ul class="criteria-behind" lang="sv">
                  ${criteria.map(({ text }) => html`<li>${text}</li>`)}
                </ul>`
              : nothing
          }
          ${cardList(cards, perspectives, third)}
        </details>`
      : html`<p class="by">${more}</p>`
  }
  ${
    source
      ? html`<p class="by">${t('source', { profile: source.profileSlug, version: source.version })}</p>`
      : nothing
  }
  ${differs === '' ? nothing : html`<p class="by">${t('differs', { text: differs })}</p>`}`
}

function tools({ choice, acts }: Compiling, row: CompiledRow, statement: Statement) {
  if (!choice || choice.reason !== null || row.statements.length < 2) return nothing
  const group = groupsNamed([statement.groupNumber])
  if (statement.id === choice.baseId) return html`<p class="tools"><b>${t('row.base')}</b></p>`
  return html`<p class="tools">
    <button class="plain" @click=${() => acts.choose(startFrom(row, choice, statement.id))}>
      ${t('row.start')}<span class="sr"> ${group}</span>
    </button>
    <label class="tick"
      ><input
        type="checkbox"
        .checked=${live(choice.mergedIds.includes(statement.id))}
        @change=${() => acts.choose(toggleMerged(row, choice, statement.id))}
      /><span>${t('row.mergeToo')}<span class="sr"> ${group}</span></span></label
    >
  </p>`
}

import { html, nothing, type TemplateResult } from 'lit'
import type { CompiledRow } from '../../schemas/types.ts'
import { t } from '../i18n/compile.ts'
import { gauge } from '../ui/gauge.ts'
import type { Compiling } from './compiling.ts'
import { aboutToLeaveOut, decisionBox } from './decision-box.ts'
import { loneInWords, ownInWords, reasonsInWords, whoSaysIt } from './in-words.ts'
import { groupsNamed } from './listed.ts'
import { kindMark, kindName } from './kind-of-card.ts'
import { asItStands, strongest } from './row-choice.ts'
import { groupCell } from './statement-cell.ts'

const MARKS = 10

/** One row: what the groups say, side by side; how alike it is and why; and where it is decided. */
export function compiledRow(compiling: Compiling, row: CompiledRow, number: number): TemplateResult {
  const { columns, openRow, viewer } = compiling
  const third = viewer.settings.thirdCategory
  const kind = row.statements[0]?.kind ?? 'skills'
  const said = [...new Set(row.statements.map(({ groupNumber }) => groupNumber))]
  const isOpen = row === openRow
  return html`<section
    class="g one-row ${isOpen ? 'open' : ''}"
    id="row-${row.id}"
    aria-labelledby="head-${row.id}"
  >
    <h3 id="head-${row.id}" tabindex="-1">
      ${kindMark(kind, third)}<span
        >${t('row.number', { number })}<span class="sr">, ${kindName(kind, third)}</span></span
      >
      <span class="st">${whoSaysIt(row)}</span>
    </h3>
    ${(columns.length > 0 ? columns : said).map((group) => groupCell(compiling, row, group))}
    <div class="talk ${isOpen ? 'on' : ''}">
      ${likeness(compiling, row)} ${isOpen ? nothing : closedButtons(compiling, row)}
    </div>
    ${isOpen ? decisionBox(compiling, row) : nothing}
  </section>`
}

function likeness({ read, perspectives }: Compiling, row: CompiledRow): TemplateResult {
  const [first] = row.statements
  if (!row.likeness) return html`<p>${first ? loneInWords(first, perspectives) : nothing}</p>`
  const { score } = row.likeness
  const own = ownInWords(row, read)
  return html`<p class="measured">
      ${gauge((score / 100) * MARKS, MARKS, 9)}<b>${t('likeness.score', { score })}</b>
    </p>
    ${reasonsInWords(row).map((reason) => html`<p>${reason}</p>`)}
    ${own.length > 0 ? own.map((words) => html`<p>${words}</p>`) : html`<p>${t('likeness.noOwn')}</p>`}`
}

function closedButtons({ acts, busy, compilation }: Compiling, row: CompiledRow): TemplateResult {
  const base = strongest(row)
  const { isRehearsal } = compilation.workshop
  const heard = html`<span class="sr">: ${base?.text}</span>`
  return html`<p class="buttons">
    ${
      base && !isRehearsal
        ? html`<wa-button
            size="s"
            appearance="outlined"
            ?disabled=${busy}
            @click=${() => acts.decide(row, asItStands(row, base.id))}
            >${t('act.take', { group: groupsNamed([base.groupNumber]) })}${heard}</wa-button
          >`
        : nothing
    }
    <wa-button size="s" appearance="outlined" @click=${() => acts.open(row)}
      >${t(row.statements.length > 1 ? 'act.merge' : 'act.amendFirst')}${heard}</wa-button
    >
    <wa-button size="s" appearance="outlined" @click=${() => acts.open(row, aboutToLeaveOut(row))}
      >${t('act.leaveOut')}${heard}</wa-button
    >
  </p>`
}

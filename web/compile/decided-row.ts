import { html, nothing, type TemplateResult } from 'lit'
import type { CompiledRow, RulingOnRow } from '../../schemas/types.ts'
import { foldWording } from '../../server/domain/profile/wordings.ts'
import { t } from '../i18n/compile.ts'
import { icon } from '../ui/icon.ts'
import { standing, type Compiling } from './compiling.ts'
import { capital, groupsNamed } from './listed.ts'
import { choiceAgain, strongest } from './row-choice.ts'

/** A row that has been decided, folded to what was decided; what the groups wrote stays to be read below it. */
export function decidedRow(compiling: Compiling, row: CompiledRow, ruling: RulingOnRow): TemplateResult {
  const { acts, draft } = compiling
  const isOut = ruling.kind === 'leftOut'
  const words = ruling.text || (strongest(row)?.text ?? '')
  const there = standing(draft, row)
  const isGone = !isOut && draft !== null && there === undefined
  const again = () => {
    const taken = row.statements.flatMap(({ criteria }) =>
      criteria.filter(({ text }) => there?.criteria.includes(foldWording(text))).map(({ id }) => id),
    )
    acts.open(row, choiceAgain(row, there?.text, taken))
  }
  return html`<li class="shut ${isOut ? 'out' : ''}" id="row-${row.id}">
    ${icon(isOut ? 'minus' : 'check')}
    <div>
      <p class="words" lang="sv">${isOut ? html`<del>${words}</del>` : words}</p>
      ${
        there && foldWording(there.text) !== foldWording(ruling.text)
          ? html`<p class="of">${t('decided.reworded', { text: t('quoted', { words: there.text }) })}</p>`
          : nothing
      }
      <details class="by">
        <summary>${t('decided.whatGroupsWrote')}<span class="sr">: ${words}</span></summary>
        <ul class="criteria-behind" lang="sv">
          ${row.statements.map(
            ({ groupNumber, text }) => html`<li>${capital(groupsNamed([groupNumber]))}: ${text}</li>`,
          )}
        </ul>
      </details>
    </div>
    <p class="what">
      ${whatWasDecided(row, ruling)} ${isGone ? t('decided.gone') : nothing}
      <button class="plain" @click=${again}>
        ${t(isOut ? 'decided.takeAfterAll' : 'decided.amend')}<span class="sr">: ${words}</span>
      </button>
      ${
        ruling.itemId && !isGone
          ? html`<button class="plain" @click=${() => acts.showOrigin(ruling.itemId ?? '')}>
              ${t('decided.origin')}<span class="sr">: ${words}</span>
            </button>`
          : nothing
      }
    </p>
  </li>`
}

function whatWasDecided({ statements }: CompiledRow, { kind, baseId, reason, text }: RulingOnRow): string {
  if (kind === 'leftOut')
    return reason === ''
      ? t('decided.leftOut')
      : t('decided.leftOutBecause', { reason: t('quoted', { words: reason }) })
  const base = statements.find(({ id }) => id === baseId)
  const group = base ? groupsNamed([base.groupNumber]) : t('decided.aGroup')
  if (kind === 'merged') return t('decided.merged', { group })
  return t(base && base.text !== text ? 'decided.takenReworded' : 'decided.taken', { group })
}
